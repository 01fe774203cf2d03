package dev.brood.internal.channel;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;

/** Where one worker, and nobody else, is awaited. */
public final class Listener implements Closeable {
  private static final Logger LOG = System.getLogger(Listener.class.getName());
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final ServerSocketChannel server;
  private final byte[] secret = new byte[32];

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
   * Waits for the worker. Whoever else connects is turned away. Another thread ends the wait by
   * {@link #close}.
   *
   * @throws IOException if this listener is closed meanwhile
   */
  public Channel accept() throws IOException {
    while (true) {
      SocketChannel socket = server.accept();
      SocketChannelLink channel = new SocketChannelLink(socket);
      try {
        List<Frame> frames = channel.receive();
        if (frames.size() != 1) {
          throw new ProtocolException("no greeting came");
        }
        Hello.verify(frames.get(0), secret);
        return channel;
      } catch (ProtocolException e) {
        channel.close();
        LOG.log(Level.WARNING, "turned away a connection to " + path, e);
      }
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
