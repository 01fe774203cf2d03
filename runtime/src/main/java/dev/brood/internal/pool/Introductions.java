package dev.brood.internal.pool;

import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.Tables;
import dev.brood.wire.Payload;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the frames of jobs for one channel, each after those that introduce what the other side
 * does not know yet. Not thread-safe.
 *
 * <p>Services are numbered for this channel alone. One that nobody can call any more, neither the
 * user nor a job on its way, is forgotten: the other side is told, and the number is free for
 * another one, since frames arrive in the order in which they are made.
 */
final class Introductions {
  private final Numbers numbers;
  private final BitSet introduced = new BitSet();

  /** The numbers of services that the other side knows; and which numbers these are. */
  private final WeakBook<Integer> services;

  private final BitSet taken = new BitSet();

  /**
   * For a new channel.
   *
   * @param numbers of tables
   * @param farewells where it is learned that nobody can call a service any more
   * @param onGone is told so; it is to {@link #forget} that service
   */
  Introductions(Numbers numbers, Farewells farewells, Consumer<WeakBook.Entry<Integer>> onGone) {
    this.numbers = numbers;
    this.services = new WeakBook<>(farewells, onGone);
  }

  /** Forgets a service; makes the frame that tells the other side to do so. */
  Frame forget(WeakBook.Entry<Integer> service) {
    services.remove(service);
    taken.clear(service.value());
    return Frame.forget(service.value());
  }

  /** How many services the other side knows. */
  int services() {
    return services.entries().size();
  }

  /** Adds the frames of a job. */
  void add(List<Frame> frames, long sequence, Job job, @Nullable Terms terms) {
    if (job.count() > 1) {
      Frame calls = calls(frames, sequence, job.target(), job.bodies());
      addTerms(frames, terms);
      frames.add(calls);
      return;
    }
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
    int number = known(target, before);
    return target.service() == null
        ? Frame.call(sequence, number, target.index(), part.arguments())
        : Frame.serviceCall(sequence, number, target.index(), part.arguments());
  }

  private Frame calls(List<Frame> before, long sequence, Target target, Bodies arguments) {
    int number = known(target, before);
    return target.service() == null
        ? Frame.calls(sequence, number, target.index(), arguments)
        : Frame.serviceCalls(sequence, number, target.index(), arguments);
  }

  /** The number of the service whose method it is, or else that of the table. */
  private int known(Target target, List<Frame> before) {
    int table = known(target.table(), before);
    ServiceRef service = target.service();
    return service == null ? table : known(service, table, before);
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
    Integer known = services.get(service.key());
    if (known != null) {
      return known;
    }
    int number = taken.nextClearBit(0);
    taken.set(number);
    services.put(service.key(), number);
    before.add(Frame.service(number, table, service.constructor(), service.arguments()));
    return number;
  }
}
