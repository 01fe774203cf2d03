package dev.brood.internal.channel;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;

/** A process at the other end of shared files, for tests. Bells are bytes on its streams. */
final class RingMain {
  private RingMain() {}

  /** Starts it with a job: {@code echo} or {@code flood}. */
  static Process start(String job, SharedFiles files) throws IOException {
    List<String> invitation = files.invitation();
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:-UsePerfData",
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RingMain.class.getName(),
            job,
            invitation.get(0),
            invitation.get(1))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Writes the byte that is a bell; nobody minds if the other side has gone. */
  static void ring(OutputStream out) {
    try {
      out.write(0);
      out.flush();
    } catch (IOException e) {
      // There is nobody to be woken.
    }
  }

  /** Rings for each byte that comes, on a thread of its own. */
  static void listen(InputStream in, RingChannel channel) {
    Thread listener =
        new Thread(
            () -> {
              try {
                while (in.read() >= 0) {
                  channel.rung();
                }
              } catch (IOException e) {
                // as good as ended
              }
              channel.peerGone();
            },
            "bell");
    listener.setDaemon(true);
    listener.start();
  }

  /** Does what the test wants, until the other end is closed. */
  public static void main(String[] args) throws IOException {
    FileOutputStream out = new FileOutputStream(FileDescriptor.out);
    try (RingChannel channel = SharedFiles.workerEnd(args[1], args[2], () -> ring(out))) {
      channel.sleepAtLeast(RingStressTest.FOR_EVER);
      listen(System.in, channel);
      if (args[0].equals("echo")) {
        RingStressTest.echo(channel, new Random(2));
      } else {
        flood(channel);
      }
    }
  }

  /**
   * Claims calls that were offered, one after the other, and sends for each a frame, without end.
   */
  private static void flood(RingChannel channel) throws IOException {
    Random random = new Random(3);
    for (long sequence = 0; ; sequence++) {
      if (!channel.claims().claim(sequence)) {
        throw new IllegalStateException("call " + sequence + " was not offered");
      }
      channel.send(List.of(RingStressTest.frame(sequence, random)));
      channel.flush();
    }
  }
}
