package dev.brood.contract.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** For which kinds of pool a test makes sense; the others are not run at all. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnlyFor {
  /** The kinds for which it does. */
  Kind[] value();

  /** What the others lack. */
  String because();
}
