package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Tables have numbers, and those that workers name are not too many. */
class NumbersTest {
  private static TableRef table(String name) {
    return new TableRef(name, 1, null);
  }

  @Test
  void equalTablesHaveTheSameNumber() {
    Numbers numbers = new Numbers();
    assertThat(numbers.of(table("A"))).isZero();
    assertThat(numbers.of(table("B"))).isEqualTo(1);
    assertThat(numbers.of(table("A"))).isZero();
    assertThat(numbers.of(new TableRef("A", 2, null))).as("of another compilation").isEqualTo(2);
    assertThat(numbers.table(1)).isEqualTo(table("B"));
    assertThat(numbers.table(3)).isNull();
  }

  @Test
  void workersNameSoManyAndNoMore() {
    Numbers numbers = new Numbers(2, 1000);
    assertThat(numbers.of(table("of the pool"))).isZero();
    assertThat(numbers.admit(table("A"))).isTrue();
    assertThat(numbers.admit(table("A"))).isTrue();
    assertThat(numbers.admit(table("B"))).isTrue();
    assertThat(numbers.admit(table("C"))).isFalse();
    assertThat(numbers.admit(table("B"))).isTrue();
    assertThat(numbers.admit(table("of the pool"))).isTrue();
    assertThat(numbers.of(table("also of the pool"))).isEqualTo(3);
  }

  @Test
  void theirNamesAreNotTooLong() {
    Numbers numbers = new Numbers(100, 10);
    assertThat(numbers.admit(table("12345678"))).isTrue();
    assertThat(numbers.admit(table("123"))).isFalse();
    assertThat(numbers.admit(table("12"))).isTrue();
    assertThat(numbers.admit(table("1"))).isFalse();
  }
}
