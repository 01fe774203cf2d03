package dev.brood.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where calls in workers tell the test that they are running, and wait until it lets them go on. So
 * a test knows what runs without any sleep.
 */
public final class Gate implements AutoCloseable {
  private final ServerSocket server = listen();
  private final BlockingQueue<Visitor> arrived = new LinkedBlockingQueue<>();
  private final List<Visitor> all = new CopyOnWriteArrayList<>();
  private volatile boolean open;

  /** Opens a gate that nobody passes. */
  public Gate() {
    Thread thread = new Thread(this::welcome, "gate");
    thread.setDaemon(true);
    thread.start();
  }

  /** A call that is waiting. */
  public record Visitor(long pid, int number, Socket socket) {
    /** Lets the call go on. */
    public void release() {
      try {
        socket.getOutputStream().write(1);
      } catch (IOException e) {
        // The call has gone already.
      }
    }
  }

  private static ServerSocket listen() {
    try {
      return new ServerSocket(0, 1000, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Under which calls find this gate. */
  public int port() {
    return server.getLocalPort();
  }

  /** What the method of a call does: goes through the gate, and tells the process that it is in. */
  public static long pass(int port, int number) throws IOException {
    long pid = ProcessHandle.current().pid();
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeLong(pid);
      out.writeInt(number);
      out.flush();
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the gate is gone");
      }
    }
    return pid;
  }

  private void welcome() {
    try {
      while (true) {
        Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        Visitor visitor = new Visitor(in.readLong(), in.readInt(), socket);
        all.add(visitor);
        arrived.add(visitor);
        if (open) {
          visitor.release();
        }
      }
    } catch (IOException e) {
      // The gate is closed.
    }
  }

  /** Waits until the next call has come to this gate. */
  public Visitor awaitVisitor() {
    try {
      Visitor visitor = arrived.poll(Await.SECONDS, TimeUnit.SECONDS);
      if (visitor == null) {
        throw new AssertionError("nobody came");
      }
      return visitor;
    } catch (InterruptedException e) {
      throw new AssertionError("a hang", e);
    }
  }

  /** How many calls have come so far. */
  public int visitorCount() {
    return all.size();
  }

  /** Lets everybody pass, those to come as well. */
  public void open() {
    open = true;
    all.forEach(Visitor::release);
  }

  @Override
  public void close() {
    try {
      server.close();
      for (Visitor visitor : all) {
        visitor.socket().close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
