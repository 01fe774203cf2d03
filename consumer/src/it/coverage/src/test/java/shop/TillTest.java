package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TillTest {
  @Test
  void addsInAWorker() {
    assertEquals(750, Till.pay(250, 500));
  }

  @Test
  void runsFromAJarThatOnlyNamesOthers() {
    assertTrue(System.getProperty("surefire.real.class.path", "").contains("surefirebooter"));
  }
}
