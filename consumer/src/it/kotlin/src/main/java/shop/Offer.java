package shop;

import java.util.List;

/** In Java, for kapt tells processors neither of Kotlin's records nor that its types are sealed. */
public sealed interface Offer {
  record Price(int cents) implements Offer {}

  record Barter(List<String> goods) implements Offer {}
}
