package dev.brood.internal.channel;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.CancelledKeyException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where one worker, and nobody else, is awaited. */
public final class Listener implements Closeable {
  private static final Logger LOG = System.getLogger(Listener.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final ServerSocketChannel server;
  private final Selector selector;
  private final byte[] secret = new byte[32];

  /**
   * Held while a channel is registered and while the selector is closed: the JDK's selector fails
   * if it is closed with a channel half registered.
   */
  private final Object registering = new Object();

  /**
   * Begins to listen.
   *
   * @param path of a socket that does not exist yet, in a folder that only this user can enter
   */
  public Listener(Path path) throws IOException {
    this.path = path;
    RANDOM.nextBytes(secret);
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(UnixDomainSocketAddress.of(path));
      server.configureBlocking(false);
      selector = Selector.open();
    } catch (IOException | RuntimeException e) {
      server.close();
      throw e;
    }
  }

  /** What the worker has to be told, a line each: where to connect, and how to prove itself. */
  public List<String> invitation() {
    return List.of(path.toString(), HexFormat.of().formatHex(secret));
  }

  /**
   * Waits for the worker, once. Whoever else connects is turned away as soon as that is plain; who
   * keeps silent holds up nobody. Another thread ends the wait by {@link #close}, and an interrupt
   * ends it as well.
   *
   * @throws IOException if the wait is ended, or if this listener is closed already
   */
  public Channel accept() throws IOException {
    Set<Caller> callers = new HashSet<>();
    try {
      register(server, SelectionKey.OP_ACCEPT, null);
      while (true) {
        for (SelectionKey key : awaitReady()) {
          if (!(key.attachment() instanceof Caller caller)) {
            welcome(callers);
          } else if (hasGreeted(caller, callers)) {
            key.cancel();
            callers.remove(caller);
            return caller.toChannel();
          }
        }
      }
    } catch (ClosedSelectorException | CancelledKeyException e) {
      throw new IOException("nobody is awaited here any more", e);
    } finally {
      callers.forEach(Caller::close);
    }
  }

  private List<SelectionKey> awaitReady() throws IOException {
    selector.select();
    if (Thread.currentThread().isInterrupted()) {
      throw new ClosedByInterruptException();
    }
    Set<SelectionKey> selected = selector.selectedKeys();
    synchronized (selected) { // as whoever closes the selector does
      List<SelectionKey> ready = List.copyOf(selected);
      selected.clear();
      return ready;
    }
  }

  private void welcome(Set<Caller> callers) throws IOException {
    SocketChannel socket = server.accept();
    if (socket != null) {
      Caller caller = new Caller(socket);
      callers.add(caller);
      socket.configureBlocking(false);
      register(socket, SelectionKey.OP_READ, caller);
    }
  }

  private void register(SelectableChannel channel, int operation, @Nullable Caller caller)
      throws IOException {
    synchronized (registering) {
      channel.register(selector, operation, caller);
    }
  }

  private boolean hasGreeted(Caller caller, Set<Caller> callers) {
    try {
      return caller.hasGreeted(secret);
    } catch (IOException e) {
      caller.close();
      callers.remove(caller);
      LOG.log(Level.WARNING, "turned away a connection to " + path, e);
      return false;
    }
  }

  @Override
  public void close() throws IOException {
    try (server) {
      synchronized (registering) {
        selector.close();
      }
    }
  }
}
