package dev.brood.internal.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimsTest {
  private static final int ROUNDS = 2_000_000;

  private final Claims claims = new Claims(ByteBuffer.allocateDirect(Claims.SIZE));

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1023, 1024, 1L << 40})
  void aCallIsClaimedOrWithdrawnButNotBoth(long sequence) {
    claims.offer(sequence);
    assertThat(claims.isClaimed(sequence)).isFalse();
    assertThat(claims.claim(sequence)).isTrue();
    assertThat(claims.isClaimed(sequence)).isTrue();
    assertThat(claims.claim(sequence)).as("twice").isFalse();
    assertThat(claims.withdraw(sequence)).isFalse();
    long other = sequence + 1;
    claims.offer(other);
    assertThat(claims.withdraw(other)).isTrue();
    assertThat(claims.isClaimed(other)).isFalse();
    assertThat(claims.withdraw(other)).as("twice").isFalse();
    assertThat(claims.claim(other)).isFalse();
    assertThat(claims.isClaimed(sequence)).as("the other one").isTrue();
  }

  @Test
  void whatWasNeverOfferedIsNobodys() {
    assertThat(claims.claim(3)).isFalse();
    assertThat(claims.withdraw(3)).isFalse();
    assertThat(claims.isClaimed(3)).as("it may be").isTrue();
  }

  @Test
  void aWordIsOfTheLastCallThatHasIt() {
    long later = 5 + Claims.COUNT;
    assertThat(Claims.word(later)).isEqualTo(Claims.word(5)).isNotEqualTo(Claims.word(later + 1));
    claims.offer(5);
    assertThat(claims.withdraw(5)).isTrue();
    claims.offer(later);
    assertThat(claims.claim(5)).as("withdrawn, and its word given away").isFalse();
    assertThat(claims.withdraw(5)).isFalse();
    assertThat(claims.isClaimed(5)).as("it may be").isTrue();
    assertThat(claims.isClaimed(later)).isFalse();
    assertThat(claims.claim(later)).isTrue();
  }

  @Test
  void allCallsOfATurnOfTheTableHaveTheirOwnWords() {
    for (long sequence = 100; sequence < 100 + Claims.COUNT; sequence++) {
      claims.offer(sequence);
    }
    for (long sequence = 100; sequence < 100 + Claims.COUNT; sequence++) {
      assertThat(sequence % 2 == 0 ? claims.claim(sequence) : claims.withdraw(sequence)).isTrue();
    }
    for (long sequence = 100; sequence < 100 + Claims.COUNT; sequence++) {
      assertThat(claims.isClaimed(sequence)).isEqualTo(sequence % 2 == 0);
    }
  }

  /** The worker's part: claims what is offered, as soon as it is. */
  private boolean[] claimAll(AtomicInteger offered, AtomicInteger done) {
    boolean[] claimed = new boolean[ROUNDS];
    for (int i = 0; i < ROUNDS; i++) {
      while (offered.get() <= i) {
        Thread.yield();
      }
      claimed[i] = claims.claim(i);
      done.setRelease(i + 1);
    }
    return claimed;
  }

  @Test
  void exactlyOneOfTwoWhoRaceGetsACall() {
    AtomicInteger offered = new AtomicInteger();
    AtomicInteger done = new AtomicInteger();
    Future<boolean[]> claiming = Threads.run(() -> claimAll(offered, done));
    boolean[] withdrawn = new boolean[ROUNDS];
    Random random = new Random(1);
    for (int i = 0; i < ROUNDS; ) {
      int end = Math.min(ROUNDS, i + 1 + random.nextInt(Claims.COUNT));
      while (done.get() < i) {
        Thread.yield();
      }
      for (int offering = i; offering < end; offering++) {
        claims.offer(offering);
      }
      offered.set(end);
      if (random.nextBoolean()) {
        while (done.get() == i) {
          Thread.yield(); // or a thread that was not running would never get any
        }
      }
      for (; i < end; i++) {
        withdrawn[i] = claims.withdraw(i);
      }
    }
    boolean[] claimed = Await.value(claiming);
    for (int i = 0; i < ROUNDS; i++) {
      if (claimed[i] == withdrawn[i]) {
        throw new AssertionError("call " + i + " went to both or to nobody");
      }
    }
  }
}
