package org.followthrough.bench.dispatch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.followthrough.bench.bed.Patience;
import org.followthrough.embedded.Ports;

/** A relay that accepts every mail and keeps nothing of it but a count and its Message-ID. */
final class SmtpSink implements AutoCloseable {

  private final int port = Ports.free();
  private final ServerSocket server = new ServerSocket();
  private final Set<String> messageIds = ConcurrentHashMap.newKeySet();
  private final AtomicLong mails = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  SmtpSink() throws IOException {
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
    spawn(this::accept);
  }

  private static void spawn(Runnable work) {
    Thread thread = new Thread(work, "sink");
    thread.setDaemon(true);
    thread.start();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        spawn(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new IllegalStateException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      new SinkSession(socket, this).run();
    } catch (IOException e) {
      // Clients come and go.
    }
  }

  void accepted(String messageId, long size) {
    messageIds.add(messageId);
    bytes.addAndGet(size);
    mails.incrementAndGet();
  }

  int port() {
    return port;
  }

  /** Forgets what came so far. */
  void reset() {
    messageIds.clear();
    mails.set(0);
    bytes.set(0);
  }

  /** Waits until so many mails are there. */
  void await(long count) {
    Patience patience = new Patience(count + " mails", Duration.ofMinutes(3));
    while (mails.get() < count) {
      patience.lookAgainIn(Duration.ofMillis(2));
    }
  }

  /** Fails the run unless exactly so many mails came, each with a Message-ID of its own. */
  void requireEachOnce(long count) {
    if (mails.get() != count || messageIds.size() != count) {
      throw new IllegalStateException(
          mails + " mails with " + messageIds.size() + " Message-IDs, not " + count);
    }
  }

  int averageSize() {
    return (int) (bytes.get() / Math.max(1, mails.get()));
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
