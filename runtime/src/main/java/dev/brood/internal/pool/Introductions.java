package dev.brood.internal.pool;

import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Tables;
import dev.brood.wire.Payload;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of jobs for one channel, each after those that introduce what the other side
 * does not know yet. Not thread-safe.
 */
final class Introductions {
  private final Numbers numbers;
  private final BitSet introduced = new BitSet();

  Introductions(Numbers numbers) {
    this.numbers = numbers;
  }

  /** Adds the frames of a job. */
  void add(List<Frame> frames, long sequence, Job job, @Nullable Terms terms) {
    Payload arguments = job.arguments();
    if (job.folded().isEmpty()) {
      Frame call = call(frames, sequence, new Part(job.target(), arguments));
      addTerms(frames, terms);
      frames.add(call);
      return;
    }
    Frame[] calls = new Frame[job.folded().size() + 1];
    for (int i = 0; i < job.folded().size(); i++) {
      calls[i] = call(frames, sequence, job.folded().get(i));
    }
    calls[calls.length - 1] = call(frames, sequence, new Part(job.target(), arguments));
    addTerms(frames, terms);
    frames.add(Frame.fold(sequence, calls.length));
    frames.addAll(List.of(calls));
  }

  private static void addTerms(List<Frame> frames, @Nullable Terms terms) {
    if (terms != null) {
      frames.add(Frame.terms(terms.write()));
    }
  }

  private Frame call(List<Frame> before, long sequence, Part part) {
    Target target = part.target();
    int table = known(target.table(), before);
    ServiceRef service = target.service();
    return service == null
        ? Frame.call(sequence, table, target.index(), part.arguments())
        : Frame.serviceCall(
            sequence, known(service, table, before), target.index(), part.arguments());
  }

  private int known(TableRef table, List<Frame> before) {
    int number = numbers.of(table);
    if (!introduced.get(number)) {
      introduced.set(number);
      before.add(Tables.toFrame(number, table.className(), table.fingerprint()));
    }
    return number;
  }

  private int known(ServiceRef service, int table, List<Frame> before) {
    int number = numbers.of(service);
    if (!introduced.get(number)) {
      introduced.set(number);
      before.add(Frame.service(number, table, service.constructor(), service.arguments()));
    }
    return number;
  }
}
