package dev.brood.internal.channel;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A channel over a stream socket.
 *
 * <p>The socket does not block, for two reasons: a sender must never wait, and a thread of the
 * user's that is interrupted while it sends must not thereby close the socket, as blocking
 * operations would.
 *
 * <p>Senders write what the socket takes at once, under {@link #sending}. What is left over stays
 * in the encoder; the owner, which waits in the selector, then also waits for the socket to become
 * writable and goes on with it. The receiving half belongs to the owner and needs no lock.
 */
public final class SocketChannelLink implements Channel {
  private static final int BUFFER = 64 << 10;

  private final SocketChannel socket;
  private final Selector selector;
  private final SelectionKey key;

  private final ReentrantLock sending = new ReentrantLock();
  private final FrameEncoder encoder = new FrameEncoder();
  private final ByteBuffer out = newBuffer();

  /** Nothing can be sent any more, because the other side has ended or this side has said so. */
  private boolean broken;

  private final FrameDecoder decoder = new FrameDecoder();
  private final ByteBuffer in = newBuffer();
  private boolean ended;

  /** The owner was interrupted while it was waiting. */
  private boolean interrupted;

  /** The owner's next wait for frames is to end at once. */
  private final AtomicBoolean woken = new AtomicBoolean();

  /** Takes over a connected socket. */
  public SocketChannelLink(SocketChannel socket) throws IOException {
    this.socket = socket;
    socket.configureBlocking(false);
    selector = Selector.open();
    key = socket.register(selector, SelectionKey.OP_READ);
    out.limit(0);
  }

  private static ByteBuffer newBuffer() {
    return ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public void send(List<Frame> frames) {
    sending.lock();
    try {
      boolean behind = !encoder.isEmpty() || out.hasRemaining();
      encoder.add(frames);
      if (!behind && !pump()) {
        key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        selector.wakeup();
      }
    } finally {
      sending.unlock();
    }
  }

  /**
   * Writes as much as the socket takes. Called with the lock held.
   *
   * @return whether nothing is left
   */
  private boolean pump() {
    try {
      while (!broken) {
        if (!out.hasRemaining()) {
          out.clear();
          encoder.encode(out);
          out.flip();
          if (!out.hasRemaining()) {
            return true;
          }
        }
        socket.write(out);
        if (out.hasRemaining()) {
          return false;
        }
      }
    } catch (IOException | CancelledKeyException e) {
      broken = true; // the owner finds out by itself, after it has read what is still there
    }
    encoder.clear();
    return true;
  }

  private boolean pumpForOwner() {
    sending.lock();
    try {
      boolean done = pump();
      if (done && key.isValid()) {
        key.interestOps(SelectionKey.OP_READ);
      }
      return done;
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      while (!pumpForOwner()) {
        key.interestOps(SelectionKey.OP_WRITE);
        selector.select();
        selector.selectedKeys().clear();
        key.interestOps(SelectionKey.OP_READ);
        postponeInterrupt();
      }
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new IOException("the channel is closed", e);
    } finally {
      deliverInterrupt();
    }
    if (broken) {
      throw new IOException("the other side has ended");
    }
  }

  @Override
  public List<Frame> receive() throws ProtocolException {
    List<Frame> whole = new ArrayList<>();
    try {
      while (whole.isEmpty() && !ended) {
        boolean last = woken.getAndSet(false);
        int count = read(whole);
        if (last) {
          break;
        }
        if (count == 0) {
          awaitReadiness();
        }
      }
    } catch (ProtocolException e) {
      throw e;
    } catch (IOException | ClosedSelectorException | CancelledKeyException e) {
      ended = true; // a reset, or closed on this side
    } finally {
      deliverInterrupt();
    }
    return whole;
  }

  @Override
  public void wakeUp() {
    woken.set(true);
    selector.wakeup();
  }

  @Override
  public boolean isEnded() {
    return ended;
  }

  @Override
  public List<Frame> poll() throws ProtocolException {
    List<Frame> whole = new ArrayList<>();
    try {
      while (read(whole) > 0) {
        // There may be more.
      }
    } catch (ProtocolException e) {
      throw e;
    } catch (IOException e) {
      return whole; // a reset, which the owner finds out when it waits
    }
    return whole;
  }

  /** Reads what is there; tells how many bytes that was, or −1 at the end. */
  private int read(List<Frame> whole) throws IOException {
    int count = socket.read(in);
    ended = count < 0;
    in.flip();
    decoder.decode(in, whole);
    in.compact();
    return count;
  }

  private void awaitReadiness() throws IOException {
    selector.select();
    selector.selectedKeys().clear();
    if (key.isValid() && (key.interestOps() & SelectionKey.OP_WRITE) != 0) {
      pumpForOwner();
    }
    postponeInterrupt();
  }

  /** An interrupt would make the selector return at once, again and again. */
  private void postponeInterrupt() {
    interrupted |= Thread.interrupted();
  }

  private void deliverInterrupt() {
    if (interrupted) {
      interrupted = false;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void endSending() {
    sending.lock();
    try {
      broken = true;
      socket.shutdownOutput();
    } catch (IOException e) {
      // The other side has ended already, which the owner finds out by itself.
    } finally {
      sending.unlock();
    }
  }

  @Override
  public void close() {
    try {
      selector.close();
      socket.close();
    } catch (IOException e) {
      // There is nothing that anybody could do about it, and nothing is lost by it.
    }
  }
}
