package dev.brood.internal.channel;

import dev.brood.wire.Payload;
import dev.brood.wire.PieceStock;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/**
 * One end of the conversation between a pool and one worker: frames in order, whole, both ways.
 *
 * <p>Any thread may send; one thread at a time, the owner, receives. Sending never waits, so no
 * sender can be held up by the other side, and two sides that both send a large value cannot block
 * each other: what did not go out at once goes out while the owner receives or flushes.
 *
 * <p>An interrupt ends no wait of an owner, and is not lost: the thread is interrupted again when
 * the wait is over. Whoever wants an owner to look up calls {@link #wakeUp}.
 */
public interface Channel extends Closeable {

  /**
   * Sends frames in their order; frames of one call of this method stay together. Does not wait. If
   * the other side has ended this does nothing: the owner learns of the end by receiving.
   */
  void send(List<Frame> frames);

  /**
   * Sends the answer to a call, as a frame would, but without making one if there is room. The
   * envelope is not kept.
   *
   * @return whether it has gone out; if not, {@link #flush} sees to it
   */
  boolean sendOutcome(long sequence, Payload envelope);

  /** How many bytes were sent and have not gone out, because the other side does not read. */
  long backlog();

  /**
   * Waits until everything that was sent has gone out. For the owner only.
   *
   * @throws IOException if the other side has ended
   */
  void flush() throws IOException;

  /**
   * Waits for frames. For the owner only.
   *
   * @return all that have arrived whole, where short outcomes of calls with neighbouring numbers
   *     are one frame, {@link Frame.Kind#OUTCOMES}; empty if there is none because the owner was
   *     {@linkplain #wakeUp woken up}, or because the conversation {@linkplain #isEnded has ended}
   * @throws ProtocolException if what arrives is not a frame
   */
  List<Frame> receive() throws ProtocolException;

  /**
   * Takes what has arrived, without waiting. For the owner only.
   *
   * @return all that have arrived whole, as {@link #receive} gives them; empty if none has, or if
   *     the other side has ended
   * @throws ProtocolException if what arrives is not a frame
   */
  List<Frame> poll() throws ProtocolException;

  /**
   * Waits until it is worth the owner's while to {@linkplain #poll look}. For one thread, which
   * need not be the owner yet. As long as others {@linkplain #watch watch}, what arrives is left to
   * them.
   *
   * @return false if it was {@linkplain #wakeUp woken up}, or is interrupted
   */
  boolean await();

  /**
   * A thread begins to look again and again whether {@linkplain #hasArrived something has arrived},
   * and becomes the owner for as long as it takes it. Until it says that it does so no longer, the
   * other side need not wake anybody. To be used in pairs with {@link #unwatch}; any thread may
   * call this.
   */
  void watch();

  /** A thread does not look any longer. If it was the last one, whoever awaits takes over. */
  void unwatch();

  /** Whether it is worth the owner's while to look. For threads that watch. */
  boolean hasArrived();

  /**
   * Tells the other side whether threads wait for processors on this machine. If so, it lets go of
   * its own at once when it waits for this side, and does not look a few times first. It learns of
   * it with what is sent next. Any thread may call this.
   */
  void setCrowded(boolean crowded);

  /** Says why this worker ends. For workers; any thread may call this. */
  void say(LastWord word);

  /** What the worker has said of its end. For pools, which may not have closed this side yet. */
  LastWord lastWord();

  /** Where the memory of large bodies comes from; it can be given back there. */
  PieceStock stock();

  /** Who has which of the calls that are sent. */
  Claims claims();

  /**
   * Makes an owner that waits in {@link #receive} return at once. If it is not waiting there, its
   * next call of that method does not wait; one call only, however often it was woken up before it.
   * Any thread may call this.
   */
  void wakeUp();

  /**
   * Whether the conversation has ended, as far as it is known on this side; an owner that goes on
   * receiving will know. Either the other side has ended, however it did, and nothing whole is left
   * to be received; or this side was closed. From then on {@link #receive} gives nothing and does
   * not wait. For the owner only.
   */
  boolean isEnded();

  /**
   * Tells the other side that nothing more will be sent. What it has sent, and will send, can still
   * be received. Any thread may call this; nothing is lost that has gone out.
   */
  void endSending();

  /**
   * Ends the conversation. An owner that waits in {@link #receive} gets the empty list. Any thread
   * may call this, but not while another one polls.
   */
  @Override
  void close();
}
