package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.fixtures.Desk;
import dev.brood.internal.channel.Frame;
import dev.brood.testkit.Await;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What one side of a channel says of tables and services. */
class IntroductionsTest {
  private static final int MANY = 1000;

  private final Farewells farewells = new Farewells();
  private final List<Integer> forgotten = new ArrayList<>();
  private final Introductions introductions =
      new Introductions(new Numbers(), farewells, this::forget);
  private long sequence;

  private void forget(WeakBook.Entry<Integer> service) {
    Frame frame = introductions.forget(service);
    assertThat(frame.kind()).isEqualTo(Frame.Kind.FORGET);
    forgotten.add(frame.table());
  }

  private List<Frame> frames(Job job) {
    List<Frame> frames = new ArrayList<>();
    introductions.add(frames, sequence++, job, null);
    return frames;
  }

  /** Calls a service; tells its number. */
  private int call(Desk.Instance desk) {
    List<Frame> frames = frames(new TestJob(Desk.next(desk)));
    Frame call = frames.get(frames.size() - 1);
    assertThat(call.kind()).isEqualTo(Frame.Kind.SERVICE_CALL);
    return call.table();
  }

  /** So many services, each called once and dropped. */
  private void callAndDrop(int count) {
    for (int i = 0; i < count; i++) {
      assertThat(call(new Desk.Instance(i))).isLessThanOrEqualTo(MANY);
    }
  }

  private void awaitForgotten(int count) {
    Await.collected(
        () -> {
          farewells.pass();
          return forgotten.size() == count;
        });
  }

  @Test
  void whatIsKnownIsIntroducedOnce() {
    Desk.Instance desk = new Desk.Instance(1);
    assertThat(frames(new TestJob(Desk.next(desk))))
        .extracting(Frame::kind)
        .containsExactly(Frame.Kind.TABLE, Frame.Kind.SERVICE, Frame.Kind.SERVICE_CALL);
    assertThat(frames(new TestJob(Desk.next(desk))))
        .extracting(Frame::kind)
        .containsExactly(Frame.Kind.SERVICE_CALL);
    assertThat(frames(new TestJob(Desk.next(new Desk.Instance(1)))))
        .as("with equal arguments, and yet another one")
        .extracting(Frame::kind)
        .containsExactly(Frame.Kind.SERVICE, Frame.Kind.SERVICE_CALL);
  }

  @Test
  void whatNobodyCanCallLeavesTheBooksAndItsNumberToOthers() {
    Desk.Instance kept = new Desk.Instance(-1);
    int number = call(kept);
    for (int round = 1; round <= 3; round++) {
      callAndDrop(MANY);
      awaitForgotten(round * MANY);
      assertThat(introductions.services()).isOne();
    }
    assertThat(forgotten).doesNotContain(number);
    assertThat(call(kept)).isEqualTo(number);
  }

  @Test
  void aJobOnItsWayKeepsItsService() {
    Job job = new TestJob(Desk.next(new Desk.Instance(1)));
    assertThat(frames(job)).hasSize(3);
    callAndDrop(1);
    awaitForgotten(1);
    assertThat(frames(job)).as("it is still known").hasSize(1);
    assertThat(call(new Desk.Instance(2))).isEqualTo(forgotten.get(0));
  }
}
