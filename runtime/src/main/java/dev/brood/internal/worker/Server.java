package dev.brood.internal.worker;

import dev.brood.internal.channel.Channel;
import dev.brood.internal.channel.Frame;
import dev.brood.internal.channel.ProtocolException;
import dev.brood.wire.Payload;
import java.io.IOException;
import java.util.List;

/**
 * Serves the calls that arrive on a channel, one after the other, on the calling thread.
 *
 * <p>An outcome is sent, and has left this process, before the next call begins. So however a
 * worker dies, the pool knows which call it was running: the first one without an outcome.
 */
final class Server {
  private final Channel channel;
  private final Registry registry;

  Server(Channel channel, ClassLoader loader) {
    this.channel = channel;
    this.registry = new Registry(loader);
  }

  /** Returns when the pool has ended the conversation; services are closed then. */
  void serve() throws IOException {
    List<Frame> frames;
    while (!(frames = channel.receive()).isEmpty()) {
      for (Frame frame : frames) {
        switch (frame.kind()) {
          case TABLE -> registry.addTable(frame);
          case SERVICE -> registry.addService(frame);
          case CALL -> answer(frame, registry.call(frame));
          case SERVICE_CALL -> answer(frame, registry.callService(frame));
          default -> throw new ProtocolException("a pool does not send " + frame.kind());
        }
      }
    }
    registry.closeServices();
  }

  private void answer(Frame call, Payload envelope) throws IOException {
    channel.send(List.of(Frame.outcome(call.sequence(), envelope)));
    channel.flush();
  }
}
