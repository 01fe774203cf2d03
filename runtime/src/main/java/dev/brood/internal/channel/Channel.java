package dev.brood.internal.channel;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * One end of the conversation between a pool and one worker: frames in order, whole, both ways.
 *
 * <p>Any thread may send; one thread, the owner, receives. Sending never waits, so no sender can be
 * held up by the other side, and two sides that both send a large value cannot block each other:
 * what did not go out at once goes out while the owner receives or flushes.
 */
public interface Channel extends Closeable {

  /**
   * Sends frames in their order; frames of one call of this method stay together. Does not wait. If
   * the other side has ended this does nothing: the owner learns of the end by receiving.
   */
  void send(List<Frame> frames);

  /**
   * Waits until everything that was sent has gone out. For the owner only.
   *
   * @throws IOException if the other side has ended
   */
  void flush() throws IOException;

  /**
   * Waits for frames. For the owner only.
   *
   * @return all that have arrived whole, at least one; empty when the other side has ended, however
   *     it ended, and nothing whole is left to be received
   * @throws ProtocolException if what arrives is not a frame
   */
  List<Frame> receive() throws ProtocolException;

  /**
   * Takes what has arrived, without waiting. For the owner only.
   *
   * @return all that have arrived whole; empty if none has, or if the other side has ended
   * @throws ProtocolException if what arrives is not a frame
   */
  List<Frame> poll() throws ProtocolException;

  /**
   * Tells the other side that nothing more will be sent. What it has sent, and will send, can still
   * be received. Any thread may call this; nothing is lost that has gone out.
   */
  void endSending();

  /** Ends the conversation. An owner that waits in {@link #receive} gets the empty list. */
  @Override
  void close();
}
