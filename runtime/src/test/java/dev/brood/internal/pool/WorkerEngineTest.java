package dev.brood.internal.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brood.CallOptions;
import dev.brood.DeadlineExceededException;
import dev.brood.ExecutionTimeoutException;
import dev.brood.WorkerCrashedException;
import dev.brood.WorkerOutput;
import dev.brood.fixtures.Bytes;
import dev.brood.fixtures.Launches;
import dev.brood.internal.call.Losses;
import dev.brood.internal.call.Terms;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Claims;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.PlayedPeer;
import dev.brood.internal.channel.RingChannel;
import dev.brood.internal.channel.Tables;
import dev.brood.internal.process.Ending;
import dev.brood.testkit.Await;
import dev.brood.testkit.Threads;
import dev.brood.wire.Payload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What an engine does when things happen at the worst of moments: the tests are its workers. */
class WorkerEngineTest {
  private final Hosts hosts = new Hosts();
  private WorkerEngine engine = engine(Duration.ofHours(1));

  private WorkerEngine engine(Duration gracePeriod) {
    return engine(gracePeriod, new Numbers());
  }

  private WorkerEngine engine(Duration gracePeriod, Numbers numbers) {
    return new WorkerEngine(
        "tested", settings(gracePeriod), hosts, numbers, new Timer("tested"), () -> {});
  }

  private static Settings settings(Duration gracePeriod) {
    Duration anHour = Duration.ofHours(1);
    return new Settings(
        "tested",
        1,
        1,
        Launches.plain(),
        anHour,
        gracePeriod,
        Long.MAX_VALUE,
        Optional.empty(),
        Long.MAX_VALUE,
        100,
        1 << 20,
        16,
        WorkerOutput.inherit());
  }

  /** Starts what the test plays. */
  private static final class Hosts extends WorkerStarter {
    private final BlockingQueue<Host> started = new LinkedBlockingQueue<>();

    /** What is started next, if not an honest one. */
    private volatile @Nullable Host next;

    @Override
    Starting launch() {
      Host host = next == null ? new Host() : next;
      next = null;
      started.add(host);
      return host;
    }

    Host next() {
      return Await.next(started);
    }
  }

  private static final class Host extends PlayedHost implements WorkerStarter.Starting {
    private final Channel poolEnd;
    private final Channel channel;
    private final CountDownLatch awaited = new CountDownLatch(1);
    private final CompletableFuture<WorkerHandle> handle = new CompletableFuture<>();
    private final List<Frame> heard = new ArrayList<>();

    Host() {
      RingChannel.Pair pair = RingChannel.Pair.create();
      poolEnd = pair.pool();
      channel = pair.worker();
    }

    /** The test plays this one's end of the channel itself. */
    Host(Channel poolEnd) {
      this.poolEnd = poolEnd;
      channel = RingChannel.Pair.create().worker(); // of no use
    }

    @Override
    public WorkerStarter.Started join() {
      return new WorkerStarter.Started(this, poolEnd, handle::complete);
    }

    @Override
    public void abort() {}

    @Override
    public void kill() {
      end();
    }

    @Override
    public Ending awaitEnd(long patienceMillis) {
      awaited.countDown();
      Await.value(exit);
      return super.awaitEnd(patienceMillis);
    }

    void end() {
      exit.complete(null);
      channel.close();
    }

    boolean hasHeard(Frame.Kind kind) {
      try {
        heard.addAll(channel.poll());
      } catch (dev.brood.internal.channel.ProtocolException e) {
        throw new AssertionError(e);
      }
      return heard.stream().anyMatch(frame -> frame.kind() == kind);
    }

    /** Waits for a frame of that kind. */
    Frame hear(Frame.Kind kind) {
      Await.until(() -> hasHeard(kind));
      Frame first = heard.stream().filter(frame -> frame.kind() == kind).findFirst().orElseThrow();
      heard.remove(first);
      return first;
    }

    /** Waits for a call, and begins it. */
    long begin() {
      long sequence = hear(Frame.Kind.CALL).sequence();
      assertThat(channel.claims().claim(sequence)).isTrue();
      return sequence;
    }

    /** Sends frames, however large; they go out while the test goes on. */
    Future<Boolean> send(List<Frame> frames) {
      channel.send(frames);
      return Threads.run(
          () -> {
            channel.flush();
            return true;
          });
    }

    void answer(long sequence) {
      channel.send(List.of(Frame.outcome(sequence, Payload.EMPTY)));
    }
  }

  /** A job that may be repeated, and keeps its answer. */
  private static final class Errand extends Job {
    private static final TableRef TABLE = new TableRef("Errands", 1, null);

    private final CompletableFuture<Answer> answer = new CompletableFuture<>();

    Errand(CallOptions options) {
      this(options, null, Payload.EMPTY);
    }

    /** For the service that has that key. */
    Errand(Object key) {
      this(CallOptions.none(), new ServiceRef(key, TABLE, 0, Payload.EMPTY), Payload.EMPTY);
    }

    Errand(CallOptions options, byte[] arguments) {
      this(options, null, Bytes.whole(arguments));
    }

    private Errand(CallOptions options, @Nullable ServiceRef service, Payload arguments) {
      super(new Part(new Target(TABLE, 0, service, "errand", true), arguments), List.of(), options);
    }

    Errand() {
      this(CallOptions.none());
    }

    @Override
    boolean isOfMany() {
      return true; // so that one is sent ahead also where the machine is busy
    }

    @Override
    void publish(Answer answer) {
      this.answer.complete(answer);
    }

    @Nullable Throwable loss() {
      return Await.value(answer).loss();
    }
  }

  /** Two jobs that have been sent without waiting for the first one's answer. */
  private record Ahead(Errand first, Errand second) {}

  private Ahead sendAhead(Host host) {
    return sendAhead(host, CallOptions.none(), CallOptions.none());
  }

  /** Answers quickly, until two jobs are sent at once. */
  private Ahead sendAhead(Host host, CallOptions first, CallOptions second) {
    WorkerHandle worker = Await.value(host.handle);
    List<Ahead> sent = new ArrayList<>();
    worker.watch(); // so that answers do not wait for a busy machine
    Await.until(
        () -> {
          answerQuickly(host, worker);
          Ahead two = submitted(first, second);
          if (worker.inFlight().size() == 2) {
            return sent.add(two);
          }
          for (Errand errand : List.of(two.first(), two.second())) {
            Await.until(() -> answersUntilDone(host, errand));
          }
          return false;
        });
    worker.unwatch();
    return sent.get(0);
  }

  private Ahead submitted(CallOptions first, CallOptions second) {
    Ahead two = new Ahead(new Errand(first), new Errand(second));
    engine.submit(List.of(two.first(), two.second()));
    return two;
  }

  private void answerQuickly(Host host, WorkerHandle worker) {
    for (int round = 0; round < 20; round++) {
      Ahead unused = submitted(CallOptions.none(), CallOptions.none());
      for (int i = 0; i < 2; i++) {
        host.answer(host.hear(Frame.Kind.CALL).sequence());
        boolean unusedToo = worker.help();
      }
      Await.until(() -> worker.help() || worker.inFlight().isEmpty());
    }
  }

  private static boolean answersUntilDone(Host host, Errand errand) {
    if (host.hasHeard(Frame.Kind.CALL)) {
      host.answer(host.hear(Frame.Kind.CALL).sequence());
    }
    return errand.answer.isDone();
  }

  private boolean isTerminated() {
    try {
      return engine.awaitTermination(0);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends the engine, and the replacements that nobody has played. */
  private void end() throws InterruptedException {
    engine.shutdownNow();
    boolean over = false;
    for (long start = System.nanoTime(); !over; ) {
      assertThat(System.nanoTime() - start).isLessThan(TimeUnit.SECONDS.toNanos(Await.SECONDS));
      hosts.started.forEach(Host::end);
      over = engine.awaitTermination(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  @Test
  void aDeadlineHoldsForACallThatBeginsJustThen() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    CallOptions limit = CallOptions.none().deadline(Duration.ofSeconds(1));
    Errand limited = sendAhead(host, CallOptions.none(), limit).second();
    long sequence = host.begin();
    long behind = host.begin();
    host.answer(sequence);
    assertThat(limited.loss()).isInstanceOf(DeadlineExceededException.class);
    assertThat(host.hear(Frame.Kind.INTERRUPT).sequence()).isEqualTo(behind);
    host.answer(behind);
    host.end();
    end();
  }

  /** A worker that ends for nothing would otherwise be replaced again and again, at once. */
  @Test
  void aWorkerThatEndsBeforeItHasDoneAnythingIsNotReplacedUntilItIsNeeded()
      throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    host.end();
    Await.latch(host.awaited); // by then others would have been started
    assertThat(engine.numbers()).isEqualTo("0 workers, 0 more starting, 0 calls waiting");
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    Host next = hosts.next();
    next.answer(next.begin());
    assertThat(errand.loss()).isNull();
    end();
  }

  @Test
  void nothingIsDealtToAWorkerThatIsAboutToBeKilled() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Errand unwanted = new Errand();
    engine.submit(List.of(unwanted));
    WorkerHandle worker = Await.value(host.handle);
    assertThat(unwanted.abandon()).isTrue();
    InFlight.Sent head = worker.head();
    assertThat(head).isNotNull();
    assertThat(worker.condemn(head)).isTrue();
    Errand next = new Errand();
    engine.submit(List.of(next));
    host.end();
    Host other = hosts.next();
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(next.loss()).isNull();
    other.end();
    end();
  }

  @Test
  void whatIsLostWhileAllIsCancelledIsNotRepeated() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    host.begin();
    host.channel.close();
    Await.latch(host.awaited); // how it has ended is not known yet
    assertThat(engine.shutdownNow()).isEmpty();
    host.exit.complete(null);
    assertThat(errand.loss()).isNotNull();
    hosts.started.forEach(Host::end);
    end();
  }

  @Test
  void whatIsSentAheadCanBeTakenBackUntilItBegins() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Ahead two = sendAhead(host);
    long sequence = host.begin();
    long behind = host.hear(Frame.Kind.CALL).sequence();
    assertThat(engine.withdraw(two.first())).as("it has begun").isFalse();
    assertThat(engine.withdraw(two.second())).isTrue();
    assertThat(host.channel.claims().claim(behind)).isFalse();
    host.answer(sequence);
    assertThat(two.first().loss()).isNull();
    host.end();
    end();
  }

  /** Has a worker run something for a service that nobody can call afterwards; tells its number. */
  private int runForAServiceThatIsDropped(Host host) {
    Errand errand = new Errand(new Object());
    engine.submit(List.of(errand));
    Frame call = host.hear(Frame.Kind.SERVICE_CALL);
    host.answer(call.sequence());
    assertThat(errand.loss()).isNull();
    return call.table();
  }

  /**
   * Collects garbage, while other work goes on, until one of the workers is to forget something.
   */
  private void awaitForgetting(Host forgetful, Host... others) {
    List<Host> all = new ArrayList<>(List.of(others));
    all.add(forgetful);
    Await.collected(
        () -> {
          Errand errand = new Errand();
          engine.submit(List.of(errand));
          Await.until(() -> all.stream().anyMatch(host -> host.hasHeard(Frame.Kind.CALL)));
          for (Host host : all) {
            if (host.hasHeard(Frame.Kind.CALL)) {
              host.answer(host.hear(Frame.Kind.CALL).sequence());
            }
          }
          assertThat(errand.loss()).isNull();
          return forgetful.hasHeard(Frame.Kind.FORGET);
        });
  }

  @Test
  void aWorkerIsToldOfServicesThatNobodyCanCallAnyMore() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Object key = new Object();
    Errand kept = new Errand(key);
    engine.submit(List.of(kept));
    Frame call = host.hear(Frame.Kind.SERVICE_CALL);
    host.answer(call.sequence());
    assertThat(kept.loss()).isNull();
    int number = runForAServiceThatIsDropped(host);
    assertThat(number).isNotEqualTo(call.table());
    awaitForgetting(host);
    assertThat(host.hear(Frame.Kind.FORGET).table()).isEqualTo(number);
    assertThat(runForAServiceThatIsDropped(host)).as("the number is free").isEqualTo(number);
    Errand again = new Errand(key);
    engine.submit(List.of(again));
    Frame next = host.hear(Frame.Kind.SERVICE_CALL);
    assertThat(next.table()).as("this one is in use").isEqualTo(call.table());
    host.answer(next.sequence());
    assertThat(again.loss()).isNull();
    host.end();
    end();
  }

  @Test
  void whatWaitsLongKeepsItsClaimHoweverManyAreTakenBackBehindIt() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Ahead two = sendAhead(host);
    long sequence = host.begin();
    long behind = host.hear(Frame.Kind.CALL).sequence();
    WorkerHandle worker = Await.value(host.handle);
    for (int i = 0; i < 3 * Claims.COUNT; i++) {
      Errand unwanted = new Errand();
      assertThat(worker.send(List.of(unwanted))).isEmpty();
      assertThat(worker.takeBack(unwanted)).isTrue();
    }
    assertThat(host.channel.claims().claim(behind)).isTrue();
    host.answer(sequence);
    host.answer(behind);
    assertThat(two.first().loss()).isNull();
    assertThat(two.second().loss()).isNull();
    host.end();
    end();
  }

  /** What a worker may write that it may not. */
  static List<Consumer<PlayedPeer>> lies() {
    return List.of(
        peer -> peer.sayWritten(-1),
        peer -> peer.sayWritten(1 << 20),
        peer -> peer.sayWritten(Long.MAX_VALUE),
        peer -> peer.sayRead(-1),
        peer -> peer.sayRead(1 << 20),
        peer -> peer.sayState(77),
        peer -> peer.sayState(-1));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aWorkerThatWritesWhatItMayNotIsReplaced(Consumer<PlayedPeer> lie)
      throws InterruptedException {
    PlayedPeer peer = PlayedPeer.ofCapacity(64 << 10);
    hosts.next = new Host(peer.channel());
    engine.start();
    Host host = hosts.next();
    Errand errand = new Errand(CallOptions.none().retries(0), new byte[100_000]);
    engine.submit(List.of(errand));
    Await.until(() -> peer.channel().claims().claim(0));
    lie.accept(peer);
    Await.latch(host.awaited);
    host.exit.complete(null);
    assertThat(errand.loss()).isInstanceOf(WorkerCrashedException.class);
    Errand next = new Errand();
    engine.submit(List.of(next));
    Host other = hosts.next();
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(next.loss()).isNull();
    other.end();
    end();
  }

  @Test
  void manyThatAreAbandonedInTheQueueCostNoMoreThanOne() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Errand first = new Errand();
    engine.submit(List.of(first));
    long sequence = host.begin();
    List<Errand> many = IntStream.range(0, 20_000).mapToObj(i -> new Errand()).toList();
    engine.submit(many);
    many.forEach(Job::abandon); // whoever does that is about to say so
    host.answer(sequence);
    assertThat(first.loss()).isNull();
    Errand next = new Errand();
    engine.submit(List.of(next));
    Await.until(() -> answersUntilDone(host, next));
    engine.shutdown();
    Await.until(() -> !host.hasHeard(Frame.Kind.CALL) && host.channel.isEnded());
    host.end();
    Await.until(this::isTerminated);
  }

  @Test
  void anAttemptThatWasNeverBegunIsOverInTimeToo() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Errand errand = new Errand(CallOptions.none().timeout(Duration.ofMillis(20)).retries(2));
    engine.submit(List.of(errand));
    for (long attempt = 0; attempt < 3; attempt++) {
      assertThat(host.hear(Frame.Kind.CALL).sequence()).isEqualTo(attempt); // and nothing happens
    }
    assertThat(errand.loss()).isInstanceOf(ExecutionTimeoutException.class);
    assertThat(errand.lostAttempts()).hasSize(3);
    host.end();
    end();
  }

  @Test
  void aWorkerThatDoesNotReplyIsReplaced() throws InterruptedException {
    engine = engine(Duration.ofMillis(20));
    engine.start();
    Host silent = hosts.next();
    Errand errand = new Errand(CallOptions.none().timeout(Duration.ofMillis(20)).retries(0));
    engine.submit(List.of(errand));
    assertThat(errand.loss()).isInstanceOf(ExecutionTimeoutException.class);
    Await.value(silent.exit);
    Errand next = new Errand();
    engine.submit(List.of(next));
    Host other = hosts.next();
    other.answer(other.begin());
    assertThat(next.loss()).isNull();
    other.end();
    end();
  }

  @Test
  void whatADeadWorkerHadNotBegunIsRunByAnother() throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    CallOptions once = CallOptions.none().retries(0);
    Ahead two = sendAhead(host, once, once);
    host.begin();
    host.hear(Frame.Kind.CALL);
    host.end();
    assertThat(two.first().loss()).isInstanceOf(WorkerCrashedException.class);
    Host other = hosts.next();
    other.answer(other.begin());
    assertThat(two.second().loss()).isNull();
    other.end();
    end();
  }

  @Test
  void aServiceOfACallsCallsIsForgottenWhenItsMakerForgetsIt() throws InterruptedException {
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    long sequence = maker.hear(Frame.Kind.CALL).sequence();
    maker.send(
        List.of(
            Tables.toFrame(0, "Errands", 1),
            Frame.service(5, 0, 0, Payload.EMPTY),
            Frame.serviceCall(0, 5, 0, Payload.EMPTY),
            Frame.forget(5))); // while its call is on its way
    Host other = hosts.next();
    Frame call = other.hear(Frame.Kind.SERVICE_CALL);
    System.gc();
    assertThat(other.hasHeard(Frame.Kind.FORGET)).as("its call has not been answered").isFalse();
    other.answer(call.sequence());
    maker.hear(Frame.Kind.OUTCOME);
    maker.answer(sequence);
    assertThat(errand.loss()).isNull();
    awaitForgetting(other, maker);
    assertThat(other.hear(Frame.Kind.FORGET).table()).isEqualTo(call.table());
    maker.end();
    other.end();
    end();
  }

  @Test
  void workersThatEndBeforeACallCanBeginAreNotReplacedForEver() throws InterruptedException {
    engine.start();
    Errand errand = new Errand(CallOptions.none().retries(0));
    engine.submit(List.of(errand));
    for (int i = 0; i < 3; i++) {
      Host host = hosts.next();
      host.hear(Frame.Kind.CALL);
      host.end();
    }
    assertThat(errand.loss())
        .isInstanceOf(WorkerCrashedException.class)
        .hasMessageContaining("before it could begin");
    end();
  }

  @Test
  void aServiceOfACallsCallsIsForgottenWhenItsMakerHasEnded() throws InterruptedException {
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand(CallOptions.none().retries(0));
    engine.submit(List.of(errand));
    maker.begin();
    maker.send(
        List.of(
            Tables.toFrame(0, "Errands", 1),
            Frame.service(5, 0, 0, Payload.EMPTY),
            Frame.serviceCall(0, 5, 0, Payload.EMPTY)));
    Host other = hosts.next();
    Frame call = other.hear(Frame.Kind.SERVICE_CALL);
    other.answer(call.sequence());
    maker.hear(Frame.Kind.OUTCOME);
    maker.end();
    assertThat(errand.loss()).isInstanceOf(WorkerCrashedException.class);
    awaitForgetting(other);
    assertThat(other.hear(Frame.Kind.FORGET).table()).isEqualTo(call.table());
    other.end();
    end();
  }

  /** So many bytes a worker may have kept here. */
  private static long most() {
    return Math.max(64 << 20, Runtime.getRuntime().maxMemory() / 4);
  }

  /**
   * A worker makes calls of calls until there is no room for another one.
   *
   * @param bytes which each of them takes
   * @param frames those of the call with that number
   */
  private void expectRoomForSoMany(long bytes, LongFunction<List<Frame>> frames)
      throws InterruptedException {
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    long sequence = maker.hear(Frame.Kind.CALL).sequence();
    long fitting = most() / bytes;
    maker.send(List.of(Tables.toFrame(0, "Errands", 1)));
    for (long i = 0; i <= fitting; i++) {
      maker.send(frames.apply(i));
    }
    Frame loss = maker.hear(Frame.Kind.LOSS);
    assertThat(loss.sequence()).isEqualTo(fitting);
    assertThat(Losses.read(loss.body()))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContainingAll("too many open calls", "bytes of arguments and context");
    Host other = hosts.next();
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    maker.hear(Frame.Kind.OUTCOME);
    maker.send(frames.apply(fitting + 1)); // there is room again
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(maker.hear(Frame.Kind.OUTCOME).sequence()).isNotZero();
    assertThat(maker.hasHeard(Frame.Kind.LOSS)).isFalse();
    maker.answer(sequence);
    assertThat(errand.loss()).isNull();
    maker.end();
    other.end();
    end();
  }

  @Test
  void aWorkerCannotHaveAllMemoryFilledByTheCallsOfItsCalls() throws InterruptedException {
    Payload large = Bytes.whole(new byte[16 << 20]); // here it is always the same
    expectRoomForSoMany(large.size(), i -> List.of(Frame.call(i, 0, 0, large)));
  }

  @Test
  void aWorkerCannotHaveAllMemoryFilledByWhatGoesWithTheCallsOfItsCalls()
      throws InterruptedException {
    Map<String, String> context = Map.of("key", "x".repeat(16 << 20));
    Frame terms =
        Frame.terms(
            new Terms("m", false, CallOptions.none(), false, 1, Map.of("a.Carrier", context))
                .write());
    expectRoomForSoMany(
        terms.body().size(), i -> List.of(terms, Frame.call(i, 0, 0, Payload.EMPTY)));
  }

  /** Whose name stays here for good, unlike that of one that nobody calls. */
  @Test
  void callsOfMoreClassesThanThereCanBeAreRejected() throws InterruptedException {
    engine = engine(Duration.ofHours(1), new Numbers(2, 1000));
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    long sequence = maker.hear(Frame.Kind.CALL).sequence();
    for (int i = 0; i < 3; i++) {
      maker.send(List.of(Tables.toFrame(i, "Errands" + i, 1)));
    }
    maker.send(List.of(Frame.call(0, 0, 0, Payload.EMPTY), Frame.call(1, 1, 0, Payload.EMPTY)));
    Host other = hosts.next();
    for (int i = 0; i < 2; i++) {
      other.answer(other.hear(Frame.Kind.CALL).sequence());
      maker.hear(Frame.Kind.OUTCOME);
    }
    maker.send(List.of(Frame.call(2, 2, 0, Payload.EMPTY), Frame.call(3, 1, 0, Payload.EMPTY)));
    Frame loss = maker.hear(Frame.Kind.LOSS);
    assertThat(loss.sequence()).isEqualTo(2);
    assertThat(Losses.read(loss.body()))
        .isInstanceOf(RejectedExecutionException.class)
        .hasMessageContaining("one of too many classes");
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(maker.hear(Frame.Kind.OUTCOME).sequence()).as("this one is known").isEqualTo(3);
    maker.answer(sequence);
    assertThat(errand.loss()).isNull();
    maker.end();
    other.end();
    end();
  }

  /** The arguments of the service's constructor are kept until the call has been answered. */
  @Test
  void aServiceThatIsForgottenBeforeItsCallsAreAnsweredStillCounts() throws InterruptedException {
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand(CallOptions.none().retries(0));
    engine.submit(List.of(errand));
    maker.begin();
    byte[] piece = new byte[1 << 20]; // again and again
    int half = (int) (most() / piece.length) / 2;
    Payload large = new Payload(Collections.nCopies(half + 2, piece), piece.length);
    maker.send(
        List.of(
            Tables.toFrame(0, "Errands", 1),
            Frame.service(0, 0, 0, large),
            Frame.serviceCall(0, 0, 0, Payload.EMPTY),
            Frame.forget(0),
            Frame.service(0, 0, 0, large)));
    assertThat(errand.loss())
        .isInstanceOf(WorkerCrashedException.class)
        .hasMessageContaining("services and names are too many");
    maker.end();
    hosts.next().end();
    end();
  }

  @Test
  void aSingleCallOfACallMayBeOfAnySize() throws InterruptedException {
    engine.start();
    Host maker = hosts.next();
    Errand errand = new Errand();
    engine.submit(List.of(errand));
    long sequence = maker.hear(Frame.Kind.CALL).sequence();
    byte[] piece = new byte[1 << 20]; // again and again
    int pieces = (int) (most() / piece.length) + 1;
    Payload large = new Payload(Collections.nCopies(pieces, piece), piece.length);
    maker.send(List.of(Tables.toFrame(0, "Errands", 1), Frame.call(0, 0, 0, large)));
    Host other = hosts.next();
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(maker.hear(Frame.Kind.OUTCOME).sequence()).isZero();
    maker.answer(sequence);
    assertThat(errand.loss()).isNull();
    maker.end();
    other.end();
    end();
  }

  /** Frames of a worker that means no good, or has lost its mind. */
  static List<List<Frame>> hostileFrames() {
    Frame table = Tables.toFrame(0, "Errands", 1);
    List<Frame> tables =
        IntStream.rangeClosed(0, 1 << 16)
            .mapToObj(i -> Tables.toFrame(i, "Errands" + i, 1))
            .toList();
    List<Frame> services = new ArrayList<>(List.of(table));
    for (int i = 0; i <= 1 << 16; i++) {
      services.add(Frame.service(i, 0, 0, Payload.EMPTY));
    }
    return List.of(
        tables,
        services,
        List.of(table, Tables.toFrame(0, "Others", 1)),
        List.of(Tables.toFrame(0, "N".repeat(1 << 17), 1)),
        List.of(
            table, Frame.service(0, 0, 0, Payload.EMPTY), Frame.service(0, 0, 0, Payload.EMPTY)),
        largeServices(table),
        List.of(Frame.fold(0, Integer.MAX_VALUE)),
        List.of(Frame.fold(0, 3), Frame.fold(1, 3)),
        List.of(Frame.call(0, 7, 0, Payload.EMPTY)),
        List.of(Frame.forget(0)),
        List.of(Frame.terms(Payload.EMPTY)),
        List.of(Frame.outcome(3, Payload.EMPTY)));
  }

  /** Whose arguments have more bytes together than a worker may keep here. */
  private static List<Frame> largeServices(Frame table) {
    byte[] piece = new byte[1 << 20]; // again and again
    int half = (int) (most() / piece.length) / 2;
    Payload large = new Payload(Collections.nCopies(half + 1, piece), piece.length);
    return List.of(table, Frame.service(0, 0, 0, large), Frame.service(1, 0, 0, large));
  }

  private static void isOver(Future<Boolean> sent) {
    Await.until(sent::isDone);
  }

  @ParameterizedTest
  @MethodSource("hostileFrames")
  void aWorkerThatSendsWhatItMayNotIsReplaced(List<Frame> frames) throws InterruptedException {
    engine.start();
    Host host = hosts.next();
    Errand errand = new Errand(CallOptions.none().retries(0));
    engine.submit(List.of(errand));
    host.begin();
    Future<Boolean> sent = host.send(frames);
    assertThat(errand.loss())
        .isInstanceOf(WorkerCrashedException.class)
        .hasMessageContaining("sent what it may not send");
    host.end(); // lets go of what could not be sent
    Await.latch(host.awaited);
    assertThat(sent).as("nobody hangs").satisfies(WorkerEngineTest::isOver);
    Errand next = new Errand();
    engine.submit(List.of(next));
    Host other = hosts.next();
    other.answer(other.hear(Frame.Kind.CALL).sequence());
    assertThat(next.loss()).isNull();
    other.end();
    end();
  }
}
