package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.fixtures.Probe;
import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Claims;
import dev.brood.wire.Payload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What a worker has in hand, call by call: each call is answered, taken back or still there. */
class InFlightTest {
  private static final WorkerId WORKER =
      new WorkerId("worker-1", 1, new StackTraceElement("brood", "worker-1", null, -1));

  private final InFlight inFlight = new InFlight();

  /** Calls that are known by their numbers. */
  private static final class Numbered extends Job {
    private int first;
    private int end;

    Numbered(int first, int end) {
      super(Part.of(Probe.of(() -> "result")), List.of(), CallOptions.none(), 0, Map.of());
      this.first = first;
      this.end = end;
    }

    List<Integer> numbers() {
      return IntStream.range(first, end).boxed().toList();
    }

    @Override
    int count() {
      return end - first;
    }

    @Override
    long size() {
      return 10L * count();
    }

    @Override
    Numbered split(int kept) {
      assertThat(kept).isBetween(0, count() - 1);
      Numbered rest = new Numbered(first + kept, end);
      end = first + kept;
      return rest;
    }

    @Override
    void advance(int calls) {
      first += calls;
    }

    @Override
    void publish(Answer answer) {}
  }

  /** Sends as many calls of a job as there is room for. */
  private long add(Numbered job) {
    int room = inFlight.room(job.count());
    assertThat(room).isBetween(1, job.count());
    if (room < job.count()) {
      job.split(room);
    }
    return inFlight.add(job);
  }

  private static List<Integer> numbers(List<Job> jobs) {
    List<Integer> numbers = new ArrayList<>();
    jobs.forEach(job -> numbers.addAll(((Numbered) job).numbers()));
    return numbers;
  }

  private static Bodies envelopes(int count) {
    return Bodies.of(new int[count], new byte[0]);
  }

  @Test
  void callsOfOneJobHaveNumbersThatFollowEachOther() {
    assertThat(add(new Numbered(0, 3))).isZero();
    assertThat(add(new Numbered(3, 4))).isEqualTo(3);
    assertThat(add(new Numbered(4, 9))).isEqualTo(4);
    assertThat(inFlight.size()).isEqualTo(9);
    assertThat(inFlight.contains(8)).isTrue();
    assertThat(inFlight.contains(9)).isFalse();
  }

  @Test
  void answersAreGivenToTheJobsWhoseCallsTheyAre() {
    Numbered one = new Numbered(0, 3);
    Numbered other = new Numbered(3, 6);
    add(one);
    add(other);
    Reply first = inFlight.answered(0, envelopes(2), 0, WORKER);
    assertThat(first)
        .extracting(Reply::job, Reply::calls, Reply::bytes, Reply::last)
        .containsExactly(one, 2, 20L, false);
    assertThat(inFlight.first()).isEqualTo(new InFlight.Sent(2, one));
    Bodies rest = envelopes(3);
    assertThat(inFlight.answered(2, rest, 0, WORKER))
        .extracting(Reply::job, Reply::calls, Reply::bytes, Reply::last)
        .containsExactly(one, 1, 10L, true);
    assertThat(inFlight.answered(3, rest, 1, WORKER))
        .extracting(Reply::job, Reply::calls, Reply::index, Reply::last)
        .containsExactly(other, 2, 1, false);
    assertThat(inFlight.size()).isEqualTo(1);
  }

  @Test
  void anAnswerOutOfTurnIsNone() {
    add(new Numbered(0, 3));
    Answer answer = Answer.of(Payload.EMPTY, WORKER);
    assertThat(inFlight.answered(1, answer, WORKER)).isNull();
    assertThat(inFlight.answered(1, envelopes(1), 0, WORKER)).isNull();
    assertThat(inFlight.answered(0, answer, WORKER)).isNotNull();
    assertThat(inFlight.answered(0, answer, WORKER)).as("twice").isNull();
  }

  @Test
  void aJobIsSplitWhereItHasBegun() {
    Numbered one = new Numbered(0, 5);
    add(one);
    List<Job> taken = inFlight.removeYoungest(100, job -> true, sequence -> sequence > 1);
    assertThat(numbers(taken)).containsExactly(2, 3, 4);
    assertThat(one.numbers()).containsExactly(0, 1);
    assertThat(inFlight.size()).isEqualTo(2);
    assertThat(inFlight.contains(2)).isFalse();
    assertThat(add(new Numbered(5, 6))).as("numbers are not used again").isEqualTo(5);
  }

  @Test
  void whatIsLeftOfAJobThatHasBeenAnsweredInPartIsAJobOfItsOwn() {
    Numbered one = new Numbered(0, 5);
    add(one);
    assertThat(inFlight.answered(0, envelopes(2), 0, WORKER)).isNotNull();
    List<Job> taken = inFlight.removeYoungest(100, job -> true, sequence -> true);
    assertThat(taken).hasSize(1).doesNotContain(one);
    assertThat(numbers(taken)).containsExactly(2, 3, 4);
    assertThat(one.count()).isZero();
    assertThat(inFlight.size()).isZero();
  }

  @Test
  void whereOldCallsHaveStayedThereIsRoomForSome() {
    for (int i = 0; i < 16; i++) {
      add(new Numbered(i, i + 1));
      Numbered gone = new Numbered(1000, 1000 + Claims.COUNT / 16 - 1);
      add(gone);
      inFlight.removeYoungest(Claims.COUNT, gone::equals, sequence -> true);
    }
    assertThat(inFlight.size()).isEqualTo(16);
    assertThat(inFlight.room(Claims.COUNT / 16)).isEqualTo(Claims.COUNT / 16 - 1);
    assertThat(inFlight.room(5)).isEqualTo(5);
  }

  @Test
  void noMoreIsTakenThanWasAskedFor() {
    add(new Numbered(0, 5));
    add(new Numbered(5, 8));
    assertThat(numbers(inFlight.removeYoungest(4, job -> true, sequence -> true)))
        .containsExactly(4, 5, 6, 7);
    assertThat(numbers(inFlight.jobs())).containsExactly(0, 1, 2, 3);
  }

  @Test
  void noTwoCallsShareAClaim() {
    add(new Numbered(0, 2));
    for (int i = 0; i < 10 * Claims.COUNT; i += 100) {
      add(new Numbered(2 + i, 102 + i));
      Set<Integer> words = new HashSet<>();
      for (long sequence = 0; sequence < 20L * Claims.COUNT; sequence++) {
        if (inFlight.contains(sequence)) {
          assertThat(words.add(Claims.word(sequence))).as("word of %s", sequence).isTrue();
        }
      }
      assertThat(inFlight.removeYoungest(100, job -> true, sequence -> true)).hasSize(1);
    }
    assertThat(numbers(inFlight.jobs())).containsExactly(0, 1);
  }

  @RepeatedTest(50)
  void eachCallIsInOnePlace(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    Map<Integer, String> places = new HashMap<>();
    int made = 0;
    int answered = 0;
    for (int step = 0; step < 300; step++) {
      InFlight.Sent head = inFlight.first();
      switch (random.nextInt(3)) {
        case 0 -> {
          int count = 1 + random.nextInt(20);
          if (inFlight.size() + count <= Claims.COUNT / 2) {
            add(new Numbered(made, made + count));
            for (int i = 0; i < count; i++) {
              places.put(made++, "in hand");
            }
          }
        }
        case 1 -> {
          if (head != null) {
            int count = ((Numbered) head.job()).count();
            int most = 1 + random.nextInt(20);
            int first = ((Numbered) head.job()).first;
            Reply reply = inFlight.answered(head.sequence(), envelopes(most), 0, WORKER);
            assertThat(reply).isNotNull();
            assertThat(reply.calls()).isEqualTo(Math.min(count, most));
            for (int i = 0; i < reply.calls(); i++) {
              assertThat(places.put(first + i, "answered")).isEqualTo("in hand");
              answered++;
            }
          }
        }
        default -> {
          long begun = (head == null ? 0 : head.sequence()) + random.nextInt(30);
          int most = random.nextInt(40);
          List<Job> taken = inFlight.removeYoungest(most, job -> true, s -> s > begun);
          List<Integer> numbers = numbers(taken);
          assertThat(numbers).isSorted().hasSizeLessThanOrEqualTo(most);
          numbers.forEach(n -> assertThat(places.put(n, "back")).isEqualTo("in hand"));
        }
      }
      List<Integer> inHand = numbers(inFlight.jobs());
      assertThat(inHand).isSorted().hasSize(inFlight.size());
      assertThat(inHand).allSatisfy(n -> assertThat(places).containsEntry(n, "in hand"));
    }
    assertThat(places.values().stream().filter("answered"::equals)).hasSize(answered);
    assertThat(places.values().stream().filter("in hand"::equals)).hasSize(inFlight.size());
  }
}
