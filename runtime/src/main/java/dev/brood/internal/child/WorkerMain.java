package dev.brood.internal.child;

import dev.brood.internal.channel.Hello;
import dev.brood.internal.channel.SocketChannelLink;
import dev.brood.internal.worker.Server;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The main class of a child JVM. Its arguments, the pool's name and the worker's, are for {@code
 * ps} and {@code jps} only. What it needs to know stands on its standard input, where nobody else
 * can read it: a line with the socket's path and a line with the secret. That stream then is the
 * worker's {@link LifeLine}.
 */
public final class WorkerMain {
  private WorkerMain() {}

  /**
   * Serves calls until the pool ends the conversation.
   *
   * @param args for display only
   */
  public static void main(String[] args) throws IOException {
    InputStream stdin = System.in;
    System.setIn(InputStream.nullInputStream());
    BufferedReader lines = new BufferedReader(new InputStreamReader(stdin, StandardCharsets.UTF_8));
    String path = lines.readLine();
    String secret = lines.readLine();
    if (path == null || secret == null) {
      System.err.println("This is the main class of Brood's workers. Only a pool can start it.");
      System.exit(LifeLine.PARENT_GONE);
      return;
    }
    LifeLine lifeLine = new LifeLine(lines);
    SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(path));
    try (SocketChannelLink channel = new SocketChannelLink(socket)) {
      Hello hello = new Hello(HexFormat.of().parseHex(secret), ProcessHandle.current().pid());
      channel.send(List.of(hello.toFrame()));
      new Server(channel, new ChildJvm(String.join(" ", args))).serve();
      lifeLine.release();
    }
    System.exit(0);
  }
}
