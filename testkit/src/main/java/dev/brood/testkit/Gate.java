package dev.brood.testkit;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Where calls tell the test that they are running, and wait until it lets them go on. So a test
 * knows what runs, and when it ends, without any sleep; in whichever process it is.
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

    /** Waits until the call has left, however: it went on, was interrupted or was killed. */
    public void awaitGone() {
      try {
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(Await.SECONDS));
        int nothing = socket.getInputStream().read();
        if (nothing >= 0) {
          throw new AssertionError("a visitor says more than it should");
        }
      } catch (SocketTimeoutException e) {
        throw new AssertionError("a hang: a call does not end", e);
      } catch (IOException e) {
        // Gone with a bang.
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

  /** Goes through the gate. An interrupt ends the wait. */
  public static void pass(int port, int number) throws IOException {
    try (SocketChannel channel =
        SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
      ByteBuffer hello = ByteBuffer.allocate(Long.BYTES + Integer.BYTES);
      hello.putLong(ProcessHandle.current().pid()).putInt(number).flip();
      while (hello.hasRemaining()) {
        channel.write(hello);
      }
      if (channel.read(ByteBuffer.allocate(1)) < 0) {
        throw new IOException("the gate is gone");
      }
    }
  }

  /** Goes through the gate, and does not care for interrupts. */
  public static void passStubbornly(int port, int number) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeLong(ProcessHandle.current().pid());
      out.writeInt(number);
      out.flush();
      if (socket.getInputStream().read() < 0) {
        throw new IOException("the gate is gone");
      }
    }
  }

  private void welcome() {
    try {
      while (true) {
        Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        try {
          Visitor visitor = new Visitor(in.readLong(), in.readInt(), socket);
          all.add(visitor);
          arrived.add(visitor);
          if (open) {
            visitor.release();
          }
        } catch (IOException e) {
          socket.close(); // interrupted or killed on its way
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
