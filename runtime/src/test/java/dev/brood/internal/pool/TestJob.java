package dev.brood.internal.pool;

import dev.brood.fixtures.Probe;
import dev.brood.wire.Payload;
import dev.brood.wire.WireCall;
import java.util.ArrayList;
import java.util.List;

/** A job that keeps the answers it gets. */
final class TestJob extends Job {
  private static final WorkerId WORKER =
      new WorkerId("worker-1", 1, new StackTraceElement("brood", "worker-1", null, -1));

  final List<Answer> answers = new ArrayList<>();

  TestJob() {
    super(Probe.of(() -> "result"));
  }

  /** A job whose arguments take so many bytes. */
  TestJob(int bytes) {
    super(callOf(bytes));
  }

  TestJob(WireCall<?> call) {
    super(call);
  }

  private static WireCall<?> callOf(int bytes) {
    return Probe.call(
        out -> {
          for (int i = 0; i < bytes; i++) {
            out.writeByte((byte) 0);
          }
        },
        invocation -> {},
        in -> "");
  }

  static List<Job> several(int count) {
    List<Job> jobs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      jobs.add(new TestJob());
    }
    return jobs;
  }

  /** What a worker's answer to it is. */
  static Reply reply(Job job) {
    Answer answer = Answer.of(Payload.EMPTY, WORKER);
    return new Reply(job, 1, job.size(), true, answer, null, 0, WORKER);
  }

  @Override
  void publish(Answer answer) {
    answers.add(answer);
  }
}
