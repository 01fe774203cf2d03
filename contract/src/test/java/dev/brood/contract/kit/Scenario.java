package dev.brood.contract.kit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The situation that a test goes through, by its number in the {@code CatalogueTest}. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Scenario.All.class)
public @interface Scenario {
  /** The number. */
  int value();

  /** Several of them. */
  @Target(ElementType.METHOD)
  @Retention(RetentionPolicy.RUNTIME)
  @interface All {
    /** Each of them. */
    Scenario[] value();
  }
}
