package dev.brood.internal.worker;

import dev.brood.WireException;
import dev.brood.internal.call.Invoker;
import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.internal.channel.Tables;
import dev.brood.wire.EntryPoints;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the calls that arrive on a channel, one after the other, on the calling thread.
 *
 * <p>An outcome is sent, and has left this process, before the next call begins. So however a
 * worker dies, the pool knows which call it was running: the first one without an outcome.
 */
final class Server {
  private final Channel channel;
  private final ClassLoader loader;
  private final Map<Integer, EntryPoints> tables = new HashMap<>();
  private final Map<Integer, WireException> failedTables = new HashMap<>();

  Server(Channel channel, ClassLoader loader) {
    this.channel = channel;
    this.loader = loader;
  }

  /** Returns when the pool has ended the conversation. */
  void serve() throws IOException {
    List<Frame> frames;
    while (!(frames = channel.receive()).isEmpty()) {
      for (Frame frame : frames) {
        switch (frame.kind()) {
          case TABLE -> introduce(frame);
          case CALL -> {
            channel.send(List.of(Frame.outcome(frame.sequence(), run(frame))));
            channel.flush();
          }
          default -> throw new ProtocolException("a pool does not send " + frame.kind());
        }
      }
    }
  }

  private void introduce(Frame frame) {
    try {
      tables.put(frame.table(), Tables.load(frame, loader));
    } catch (WireException e) {
      failedTables.put(frame.table(), e);
    }
  }

  private Payload run(Frame frame) {
    EntryPoints table = tables.get(frame.table());
    if (table != null) {
      return Invoker.invoke(table, frame.method(), frame.body());
    }
    WireException reason = failedTables.get(frame.table());
    return Invoker.notFound(
        reason != null ? reason : new WireException("no table " + frame.table() + " is known"));
  }
}
