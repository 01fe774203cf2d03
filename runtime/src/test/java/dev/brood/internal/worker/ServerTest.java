package dev.brood.internal.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brood.WireException;
import dev.brood.fixtures.Bytes;
import dev.brood.fixtures.ChoresParallel;
import dev.brood.fixtures.Desk;
import dev.brood.fixtures.Logs;
import dev.brood.internal.call.Outcome;
import dev.brood.internal.channel.Bodies;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Claims;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.LastWord;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.RingChannel;
import dev.brood.internal.channel.Tables;
import dev.brood.testkit.CapturedStreams;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import dev.brood.wire.WireCall;
import dev.brood.wire.WireWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The child's main loop, in this JVM. */
@ExtendWith(CapturedStreams.class)
class ServerTest {
  private static final StackTraceElement WORKER = new StackTraceElement("w", "w", null, -1);

  private final ScriptedChannel channel = new ScriptedChannel();

  /** Gives what it was given to give, and keeps what is sent. */
  private static final class ScriptedChannel implements Channel {
    final Deque<List<Frame>> toReceive = new ArrayDeque<>();
    final List<Frame> sent = new ArrayList<>();
    final Claims claims = RingChannel.Pair.create().worker().claims();
    final PieceStock stock = new PieceStock();
    LastWord lastWord = LastWord.NONE;
    int flushed;
    boolean ended;

    @Override
    public void send(List<Frame> frames) {
      sent.addAll(frames);
    }

    @Override
    public boolean sendOutcome(long sequence, Payload envelope) {
      assertThat(flushed).as("the one before has left").isEqualTo(sent.size());
      sent.add(Frame.outcome(sequence, envelope.copy()));
      return false;
    }

    @Override
    public long backlog() {
      return 0;
    }

    @Override
    public void flush() {
      flushed = sent.size();
    }

    @Override
    public List<Frame> receive() {
      assertThat(flushed).as("every outcome has left").isEqualTo(sent.size());
      List<Frame> next = toReceive.poll();
      ended = next == null;
      return next == null ? List.of() : next;
    }

    @Override
    public List<Frame> poll() {
      return List.of();
    }

    @Override
    public boolean await() {
      throw new AssertionError("a server receives");
    }

    @Override
    public void setCrowded(boolean crowded) {}

    @Override
    public void say(LastWord word) {
      lastWord = word;
    }

    @Override
    public LastWord lastWord() {
      return lastWord;
    }

    @Override
    public void watch() {}

    @Override
    public void unwatch() {}

    @Override
    public boolean hasArrived() {
      return false;
    }

    @Override
    public PieceStock stock() {
      return stock;
    }

    @Override
    public Claims claims() {
      return claims;
    }

    @Override
    public void wakeUp() {}

    @Override
    public boolean isEnded() {
      return ended;
    }

    @Override
    public void endSending() {}

    @Override
    public void close() {}
  }

  private record Here() implements Environment {
    @Override
    public void leave() {}

    @Override
    public void abort(Throwable reason) {}

    @Override
    public String worker() {
      return "here";
    }

    @Override
    public EntryPoints table(Frame introduction) {
      return Tables.load(introduction, ServerTest.class.getClassLoader());
    }

    @Override
    public boolean isProcess() {
      return false;
    }

    @Override
    public Inner inner(Uplink uplink) {
      throw new IllegalStateException("no call makes calls here");
    }
  }

  private List<Frame> serve(Frame... frames) throws IOException {
    for (Frame frame : frames) {
      channel.claims.offer(frame.sequence());
    }
    return serveOffered(frames);
  }

  private List<Frame> serveOffered(Frame... frames) throws IOException {
    channel.toReceive.add(List.of(frames));
    new Server(channel, new Here()).serve();
    return channel.sent;
  }

  private static WireCall<Integer> square(int x) {
    return (WireCall<Integer>) ChoresParallel.square(x);
  }

  private static Frame table(int number, EntryPoints table) {
    return Tables.toFrame(number, table.className(), table.fingerprint());
  }

  private static Frame call(long sequence, int table, WireCall<?> call) {
    return Frame.call(sequence, table, call.index(), Bytes.payload(call::writeArguments));
  }

  private static <R extends @Nullable Object> Outcome<R> open(WireCall<R> call, Frame outcome) {
    assertThat(outcome.kind()).isEqualTo(Frame.Kind.OUTCOME);
    return Outcome.open(call, outcome.body(), WORKER);
  }

  @Test
  void callsAreAnsweredInTheirOrder() throws IOException {
    List<Frame> sent =
        serve(
            table(5, square(0).entryPoints()),
            call(0, 5, square(3)),
            call(1, 5, square(4)),
            call(2, 5, square(5)));
    assertThat(sent).extracting(Frame::sequence).containsExactly(0L, 1L, 2L);
    assertThat(sent).extracting(f -> open(square(0), f).value()).containsExactly(9, 16, 25);
  }

  private static Frame calls(long sequence, int table, WireCall<?>... calls) {
    WireWriter out = new WireWriter();
    int[] ends = new int[calls.length];
    for (int i = 0; i < calls.length; i++) {
      calls[i].writeArguments(out);
      ends[i] = (int) out.size();
    }
    Bodies arguments = Bodies.of(ends, out.toPayload().toByteArray());
    return Frame.calls(sequence, table, calls[0].index(), arguments);
  }

  private List<Frame> serveAll(int count, Frame... frames) throws IOException {
    for (int i = 0; i < count; i++) {
      channel.claims.offer(i);
    }
    return serveOffered(frames);
  }

  @Test
  void callsThatComeTogetherAreAnsweredOneByOne() throws IOException {
    List<Frame> sent =
        serveAll(
            4,
            table(5, square(0).entryPoints()),
            calls(0, 5, square(3), square(4), square(5)),
            call(3, 5, square(6)));
    assertThat(sent).extracting(Frame::sequence).containsExactly(0L, 1L, 2L, 3L);
    assertThat(sent).extracting(f -> open(square(0), f).value()).containsExactly(9, 16, 25, 36);
    assertThat(channel.flushed).as("each before the next began").isEqualTo(4);
  }

  @Test
  void ofCallsThatComeTogetherThoseThatWereWithdrawnDoNotBegin() throws IOException {
    for (int i = 0; i < 4; i++) {
      channel.claims.offer(i);
    }
    channel.claims.withdraw(1);
    channel.claims.withdraw(3);
    List<Frame> sent =
        serveOffered(
            table(0, square(0).entryPoints()),
            calls(0, 0, square(3), square(4), square(5), square(6)));
    assertThat(sent).extracting(Frame::sequence).containsExactly(0L, 2L);
    assertThat(sent).extracting(f -> open(square(0), f).value()).containsExactly(9, 25);
  }

  @Test
  void ofCallsThatComeTogetherEachFailsByItself() throws IOException {
    WireCall<Integer> one = fail("argument");
    List<Frame> sent =
        serveAll(3, table(0, one.entryPoints()), calls(0, 0, one, fail("error"), fail("whatever")));
    assertThat(sent).extracting(Frame::sequence).containsExactly(0L, 1L, 2L);
    assertThat(open(one, sent.get(0)).failure()).isInstanceOf(IllegalArgumentException.class);
    assertThat(open(one, sent.get(1)).failure()).isInstanceOf(AssertionError.class);
    assertThat(open(one, sent.get(2)).failure()).isInstanceOf(IllegalStateException.class);
  }

  private static WireCall<Integer> fail(String kind) {
    return (WireCall<Integer>) ChoresParallel.fail(kind, "as it was told");
  }

  @Test
  void ofCallsThatComeTogetherOneWithBrokenArgumentsSpoilsNoOther() throws IOException {
    byte[] bytes = Bytes.payload(square(7)::writeArguments).toByteArray();
    byte[] three = new byte[3 * bytes.length - 1];
    System.arraycopy(bytes, 0, three, 0, bytes.length);
    System.arraycopy(bytes, 0, three, three.length - bytes.length, bytes.length);
    int[] ends = {bytes.length, 2 * bytes.length - 1, three.length};
    List<Frame> sent =
        serveAll(
            3,
            table(0, square(0).entryPoints()),
            Frame.calls(0, 0, square(0).index(), Bodies.of(ends, three)));
    assertThat(open(square(0), sent.get(0)).value()).isEqualTo(49);
    assertThat(open(square(0), sent.get(1)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("could not be decoded");
    assertThat(open(square(0), sent.get(2)).value()).isEqualTo(49);
  }

  @Test
  void callsOfAServiceThatComeTogetherAreOfOneObject(CapturedStreams.Output output)
      throws IOException {
    Desk.Instance desk = new Desk.Instance(100);
    WireCall<Integer> next = Desk.next(desk);
    List<Frame> sent =
        serveAll(
            3,
            table(0, desk.entryPoints()),
            Frame.service(1, 0, desk.index(), desk.arguments()),
            Frame.serviceCalls(0, 1, 0, Bodies.of(new int[3], new byte[0])));
    assertThat(sent).extracting(f -> open(next, f).value()).containsExactly(100, 101, 102);
    assertThat(output.out()).isEqualTo("desk 100 closed after 3\n");
  }

  @Test
  void whatIsNotSeveralCallsEndsTheConversation() {
    assertThatThrownBy(
            () -> serve(new Frame(Frame.Kind.CALLS, 0, 0, 0, Bytes.whole(new byte[] {1, 0, 0}))))
        .isInstanceOf(ProtocolException.class);
  }

  @Test
  void aCallThatWasWithdrawnDoesNotBegin() throws IOException {
    WireCall<Integer> counted = square(3);
    channel.claims.offer(0);
    channel.claims.offer(1);
    assertThat(channel.claims.withdraw(0)).isTrue();
    List<Frame> sent =
        serveOffered(table(0, counted.entryPoints()), call(0, 0, counted), call(1, 0, square(4)));
    assertThat(sent).extracting(Frame::sequence).containsExactly(1L);
    assertThat(open(counted, sent.get(0)).value()).isEqualTo(16);
    assertThat(channel.claims.withdraw(1)).as("it has begun").isFalse();
  }

  @Test
  void aCallThatWasNeverOfferedDoesNotBegin() throws IOException {
    WireCall<Integer> counted = square(3);
    assertThat(serveOffered(table(0, counted.entryPoints()), call(7, 0, counted))).isEmpty();
  }

  @Test
  void anInterruptMeetsNoOtherCall() throws IOException {
    List<Frame> sent =
        serve(
            table(0, square(0).entryPoints()),
            call(0, 0, square(3)),
            Frame.about(Frame.Kind.INTERRUPT, 0),
            Frame.about(Frame.Kind.INTERRUPT, 7));
    assertThat(open(square(3), sent.get(0)).value()).isEqualTo(9);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @Test
  void aTableThatIsNotHereFailsItsCallsAndNoOthers() throws IOException {
    WireCall<Integer> lost = (WireCall<Integer>) ChoresParallel.lost();
    List<Frame> sent =
        serve(
            table(0, lost.entryPoints()),
            table(1, square(0).entryPoints()),
            call(0, 0, lost),
            call(1, 1, square(2)),
            call(2, 7, square(2)));
    assertThat(open(lost, sent.get(0)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContainingAll("the worker cannot run it", "not registered");
    assertThat(open(square(2), sent.get(1)).value()).isEqualTo(4);
    assertThat(open(square(2), sent.get(2)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("no table 7 is known");
  }

  @Test
  void aTableThatDiffersFailsItsCalls() throws IOException {
    EntryPoints own = square(0).entryPoints();
    Frame differs =
        new Frame(
            Frame.Kind.TABLE,
            0,
            3,
            0,
            Bytes.payload(
                out -> {
                  out.writeString(own.className());
                  out.writeLong(own.fingerprint() + 1);
                }));
    List<Frame> sent = serve(differs, call(0, 3, square(2)));
    assertThat(open(square(2), sent.get(0)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasMessageContaining("not the same");
  }

  @Test
  void whatAPoolDoesNotSendEndsTheConversation() {
    for (Frame.Kind kind : List.of(Frame.Kind.HELLO, Frame.Kind.STACK)) {
      assertThatThrownBy(() -> serve(new Frame(kind, 0, 0, 0, Payload.EMPTY)))
          .isInstanceOf(ProtocolException.class)
          .hasMessageContaining(kind.name());
    }
  }

  @Test
  void aServiceIsBuiltOnceAndClosedAtTheEnd(CapturedStreams.Output output) throws IOException {
    Desk.Instance desk = new Desk.Instance(100);
    WireCall<Integer> next = Desk.next(desk);
    Frame introduction = Frame.service(1, 0, desk.index(), desk.arguments());
    List<Frame> sent =
        serve(
            table(0, desk.entryPoints()),
            introduction,
            Frame.serviceCall(0, 1, 0, Payload.EMPTY),
            Frame.serviceCall(1, 1, 0, Payload.EMPTY));
    assertThat(sent).extracting(f -> open(next, f).value()).containsExactly(100, 101);
    assertThat(output.out()).isEqualTo("desk 100 closed after 2\n");
  }

  @Test
  void aServiceThatIsForgottenIsClosedInItsTurn(CapturedStreams.Output output) throws IOException {
    Desk.Instance one = new Desk.Instance(100);
    Desk.Instance other = new Desk.Instance(200);
    List<Frame> sent =
        serve(
            table(0, one.entryPoints()),
            Frame.service(1, 0, one.index(), one.arguments()),
            Frame.serviceCall(0, 1, 0, Payload.EMPTY),
            Frame.forget(1),
            Frame.service(1, 0, other.index(), other.arguments()),
            Frame.serviceCall(1, 1, 0, Payload.EMPTY),
            Frame.forget(1),
            Frame.serviceCall(2, 1, 0, Payload.EMPTY));
    WireCall<Integer> next = Desk.next(one);
    assertThat(open(next, sent.get(0)).value()).isEqualTo(100);
    assertThat(open(next, sent.get(1)).value()).as("under the same number").isEqualTo(200);
    assertThat(open(next, sent.get(2)).failure()).isExactlyInstanceOf(WireException.class);
    assertThat(output.out()).isEqualTo("desk 100 closed after 1\ndesk 200 closed after 1\n");
  }

  @Test
  void aServiceThatCannotBeClosedIsForgottenAllTheSame() throws IOException {
    Logs.take();
    Desk.Instance stuck = new Desk.Instance(14);
    List<Frame> sent =
        serve(
            table(0, stuck.entryPoints()),
            Frame.service(0, 0, stuck.index(), stuck.arguments()),
            Frame.serviceCall(0, 0, 0, Payload.EMPTY),
            Frame.forget(0),
            Frame.forget(7),
            table(1, square(0).entryPoints()),
            call(1, 1, square(2)));
    assertThat(open(square(0), sent.get(1)).value()).isEqualTo(4);
    assertThat(Logs.take()).singleElement().asString().contains("could not be closed");
  }

  @Test
  void aServiceThatWasNeverIntroducedFailsItsCalls() throws IOException {
    WireCall<Integer> next = Desk.next(new Desk.Instance(1));
    List<Frame> sent = serve(Frame.serviceCall(0, 9, 0, Payload.EMPTY));
    assertThat(open(next, sent.get(0)).failure()).isExactlyInstanceOf(WireException.class);
  }

  @Test
  void anEntryPointThatIsNoServicesFails() throws IOException {
    WireCall<Integer> next = Desk.next(new Desk.Instance(1));
    List<Frame> sent = serve(table(0, next.entryPoints()), Frame.call(0, 0, 0, Payload.EMPTY));
    assertThat(open(next, sent.get(0)).failure())
        .isExactlyInstanceOf(WireException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }
}
