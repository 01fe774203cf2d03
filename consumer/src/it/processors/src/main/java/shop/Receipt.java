package shop;

import io.soabase.recordbuilder.core.RecordInterface;

/** A record that implements this is generated: a type that is not there when processing begins. */
@RecordInterface
interface Receipt {
  String customer();

  long cents();
}
