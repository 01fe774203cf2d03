package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Short calls are sent ahead, long ones are not. Time is only what the test says. */
class WindowTest {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private final Window window = new Window();
  private long now = Long.MAX_VALUE - 100 * MILLI; // the clock may well overflow

  private int room(int load, long bytes) {
    return window.room(load, bytes, false);
  }

  private void answers(int times, long nanosEach) {
    window.begin(now);
    for (int i = 0; i < times; i++) {
      now += nanosEach;
      window.answered(1, now);
    }
  }

  @Test
  void aNewWorkerGetsOneCallToBeginWith() {
    assertThat(room(0, 0)).isEqualTo(1);
    assertThat(room(1, 100)).isZero();
  }

  @Test
  void shortCallsAreSentAhead() {
    answers(100, 5 * MICRO);
    assertThat(room(0, 0)).isBetween(80, 110);
    assertThat(room(50, 1000)).isBetween(30, 60);
    assertThat(room(110, 1000)).isZero();
  }

  @Test
  void thereIsALimitHoweverShortTheyAre() {
    answers(1000, 0);
    assertThat(room(0, 0)).isEqualTo(2048);
    assertThat(room(2048, 0)).isZero();
    assertThat(room(3000, 0)).isZero();
  }

  @Test
  void answersThatComeTogetherShareTheirTime() {
    window.begin(now);
    for (int i = 0; i < 100; i++) {
      now += 500 * MICRO;
      window.answered(100, now);
    }
    assertThat(room(0, 0)).isBetween(80, 110);
  }

  @Test
  void ofManyCallsThatAreNotLongOneIsSentAhead() {
    answers(100, 5 * MILLI);
    assertThat(window.room(0, 0, true)).isEqualTo(2);
    assertThat(window.room(1, 100, true)).isEqualTo(1);
    assertThat(window.room(2, 200, true)).isZero();
    assertThat(window.room(1, 100, false)).as("a more urgent one may come").isZero();
    answers(10, 100 * MILLI);
    assertThat(window.room(1, 100, true)).isZero();
  }

  @Test
  void longCallsGoOneByOne() {
    answers(100, 5 * MICRO);
    answers(10, 100 * MILLI);
    assertThat(room(0, 0)).isEqualTo(1);
    assertThat(room(1, 0)).isZero();
  }

  @Test
  void idleTimeDoesNotCount() {
    answers(100, 5 * MICRO);
    now += 1_000_000 * MILLI;
    answers(1, 5 * MICRO);
    assertThat(room(0, 0)).isGreaterThan(50);
  }

  @Test
  void manyBytesAreNotSentAhead() {
    answers(100, 5 * MICRO);
    assertThat(room(1, 1 << 20)).isZero();
    assertThat(room(0, 0)).isPositive(); // but the first one may be of any size
  }
}
