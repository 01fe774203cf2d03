package dev.brood.internal.channel;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** The two ends of a Unix domain socket, both in this JVM. */
final class SocketPair implements AutoCloseable {
  final SocketChannelLink here;
  final SocketChannelLink there;

  /** Connects. */
  SocketPair(Path directory) throws IOException {
    UnixDomainSocketAddress address =
        UnixDomainSocketAddress.of(directory.resolve("s" + System.nanoTime()));
    try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      server.bind(address);
      here = new SocketChannelLink(SocketChannel.open(address));
      there = new SocketChannelLink(server.accept());
    }
  }

  @Override
  public void close() {
    here.close();
    there.close();
  }
}
