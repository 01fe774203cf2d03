package dev.brood.internal.child;

import dev.brood.internal.channel.Bell;
import dev.brood.internal.channel.Hello;
import dev.brood.internal.channel.LastWord;
import dev.brood.internal.channel.RingChannel;
import dev.brood.internal.channel.SharedFiles;
import dev.brood.internal.worker.Server;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The main class of a child JVM. Its arguments, the pool's name and the worker's, are for {@code
 * ps} only. What it needs to know stands on its standard input, where nobody else can read it: two
 * lines that name the files through which it talks with its pool. That stream then is the worker's
 * {@link LifeLine}, and its bell.
 */
public final class WorkerMain {
  private static final String STANDARD_INPUT = "/dev/fd/0";

  private WorkerMain() {}

  /**
   * Serves calls until the pool ends the conversation.
   *
   * @param args for display only
   */
  public static void main(String[] args) throws IOException {
    InputStream stdin = standardInput();
    System.setIn(InputStream.nullInputStream());
    LifeLine lifeLine = new LifeLine(stdin);
    String request = lifeLine.readLine();
    String reply = lifeLine.readLine();
    if (request == null || reply == null) {
      System.err.println("This is the main class of Brood's workers. Only a pool can start it.");
      System.exit(LifeLine.PARENT_GONE);
      return;
    }
    try (RingChannel channel = SharedFiles.workerEnd(request, reply, OutputBell.open())) {
      leaveNoName(new File(request).getAbsoluteFile().getParentFile());
      lifeLine.hold(channel::rung);
      Server server = new Server(channel, new ChildJvm(String.join(" ", args), lifeLine));
      channel.send(List.of(Hello.frame())); // all threads are there that it needs
      NamedOutput.install();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> channel.say(LastWord.EXITING)));
      server.serve();
      lifeLine.release();
    }
    System.exit(0);
  }

  /** Has a descriptor of its own where that is possible, for user code may close the usual one. */
  static InputStream standardInput() {
    try {
      return new BufferedInputStream(new FileInputStream(STANDARD_INPUT));
    } catch (IOException e) { // it is a socket, or this system has no such files
      return System.in;
    }
  }

  /**
   * Deletes the folder where the files are that have been mapped. The pool does so too; but it may
   * have been killed since it has launched this process.
   */
  private static void leaveNoName(@Nullable File folder) {
    if (folder == null) {
      return;
    }
    File[] files = folder.listFiles();
    if (files != null) {
      for (File file : files) {
        boolean unused = file.delete();
      }
    }
    boolean unused = folder.delete();
  }

  /**
   * Rings by a byte on the standard output, which the pool reads anyway and from which it takes
   * that byte out. It goes past {@link System#out}, which belongs to the user's code.
   */
  private record OutputBell(FileOutputStream out) implements Bell {
    private static final String STANDARD_OUTPUT = "/dev/fd/1";

    /** Has a descriptor of its own where that is possible, for the user's may be closed. */
    static OutputBell open() {
      try {
        return new OutputBell(new FileOutputStream(STANDARD_OUTPUT));
      } catch (IOException e) {
        return new OutputBell(new FileOutputStream(FileDescriptor.out));
      }
    }

    @Override
    public void ring() {
      try {
        out.write(0);
      } catch (IOException e) {
        // Somebody has closed it. Then the pool looks by itself, if less often.
      }
    }
  }
}
