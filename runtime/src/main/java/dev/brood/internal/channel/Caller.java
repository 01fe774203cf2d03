package dev.brood.internal.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;

/** Somebody who has connected to a {@link Listener} and has not greeted yet. */
final class Caller {
  /** More than a greeting takes; nobody gets more memory than that before having greeted. */
  private static final int ROOM = 256;

  private final SocketChannel socket;
  private final ByteBuffer heard = ByteBuffer.allocate(ROOM).order(ByteOrder.LITTLE_ENDIAN);

  /** Takes over a connected socket that does not block. */
  Caller(SocketChannel socket) {
    this.socket = socket;
  }

  /**
   * Listens to what has been said since the last time.
   *
   * @return whether that makes a greeting by the worker that knows the secret; false if it may yet
   * @throws IOException if it never will
   */
  boolean hasGreeted(byte[] secret) throws IOException {
    int count = socket.read(heard);
    List<Frame> frames = new ArrayList<>(1);
    ByteBuffer unread = heard.duplicate().order(heard.order()).flip();
    new FrameDecoder().decode(unread, frames);
    if (frames.isEmpty()) {
      if (count < 0 || !heard.hasRemaining()) {
        throw new ProtocolException("no greeting came");
      }
      return false;
    }
    if (frames.size() > 1 || unread.hasRemaining()) {
      throw new ProtocolException("more came than a greeting");
    }
    Hello.verify(frames.get(0), secret);
    return true;
  }

  /** The way to a worker that has greeted. */
  Channel toChannel() throws IOException {
    return new SocketChannelLink(socket);
  }

  /** Turns whoever it is away. */
  void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // The other end is gone, which is as good.
    }
  }
}
