package dev.brood.contract;

import java.io.IOException;

/** What the callers of a service know. */
interface Prices {
  int of(String article) throws IOException;
}
