package dev.brood.contract.kit;

import dev.brood.testkit.NoLeaks;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test that runs once for each {@link Kind} of pool, which it takes as a parameter, and that
 * leaves nothing behind. {@link OnlyFor} leaves kinds out, and says why.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@TestTemplate
@ExtendWith({Kinds.class, NoLeaks.class})
public @interface ForEachKind {}
