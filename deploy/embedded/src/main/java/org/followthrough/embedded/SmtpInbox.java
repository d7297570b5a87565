package org.followthrough.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * An SMTP server that keeps every mail, and a record of what was acknowledged that tests can trust:
 * a mail is on disk and in the ledger before its sender gets a 250. It can be told to fail. One
 * thread per connection.
 */
public final class SmtpInbox implements StackPart {
  private static final System.Logger LOG = System.getLogger(SmtpInbox.class.getName());
  private static final int IDLE_MILLIS = 300_000;
  private static final int BACKLOG = 500;

  private final Path directory;
  private final int port;
  private final Clock clock;
  private final List<Consumer<StoredMail>> listeners = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private volatile FaultCounts faults = new FaultCounts(Faults.none());
  private volatile CountDownLatch stopped = new CountDownLatch(0);
  private volatile MailStore store;
  private ServerSocket server;
  private Thread acceptor;

  /**
   * @param port 0 for a free one
   */
  public SmtpInbox(Path directory, int port, Clock clock) {
    this.directory = directory.toAbsolutePath();
    this.port = Ports.orFree(port);
    this.clock = clock;
  }

  @Override
  public synchronized void start() throws IOException {
    store = new MailStore(directory, clock);
    stopped = new CountDownLatch(1);
    server = new ServerSocket();
    server.setReuseAddress(true);
    server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ServerSocket accepting = server;
    acceptor = spawn("smtp-accept", () -> accept(accepting));
    LOG.log(System.Logger.Level.INFO, "smtp on 127.0.0.1:{0}", Integer.toString(port));
  }

  private static Thread spawn(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void accept(ServerSocket accepting) {
    while (!accepting.isClosed()) {
      try {
        Socket socket = accepting.accept();
        connections.add(socket);
        spawn("smtp-" + socket.getPort(), () -> serve(socket));
      } catch (IOException e) {
        if (!accepting.isClosed()) {
          LOG.log(System.Logger.Level.WARNING, "smtp cannot accept a connection", e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(IDLE_MILLIS);
      new SmtpSession(socket, this).run();
    } catch (IOException e) {
      // A client that leaves, and a fault that drops it, end here alike.
      LOG.log(System.Logger.Level.DEBUG, "smtp connection ended", e);
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "smtp connection failed", e);
    } finally {
      connections.remove(socket);
    }
  }

  StoredMail store(SmtpEnvelope envelope, byte[] bytes) throws IOException {
    StoredMail mail = store.store(envelope, bytes);
    listeners.forEach(listener -> listener.accept(mail));
    return mail;
  }

  Optional<Fault> fault(Fault.At at, Fault.Kind kind, Collection<String> recipients) {
    return faults.next(at, kind, recipients);
  }

  /** Returns early, with the connection to be ended, when this inbox is closed. */
  void hold(Duration delay) throws IOException {
    try {
      if (stopped.await(delay.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new DroppedException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DroppedException();
    }
  }

  /** Replaces what goes wrong from now on; counts start anew. */
  public void faults(Faults next) {
    faults = new FaultCounts(next);
  }

  /**
   * The listener runs after a mail is stored and before its sender gets an answer, on that
   * connection's thread.
   */
  public void onMail(Consumer<StoredMail> listener) {
    listeners.add(listener);
  }

  /** All mails, newest last. */
  public List<StoredMail> mails() {
    return since(0);
  }

  /** The mails after this sequence number, newest last. */
  public List<StoredMail> since(long sequence) {
    return store.since(sequence);
  }

  public int size() {
    return store.size();
  }

  /** Waits until so many mails are there; false when the time was over before. */
  public boolean awaitSize(int size, Duration limit) throws InterruptedException {
    return store.awaitSize(size, limit.toNanos());
  }

  public Path directory() {
    return directory;
  }

  public int port() {
    return port;
  }

  @Override
  public Map<String, String> properties() {
    return Map.of(
        "QUARKUS_MAILER_HOST", "127.0.0.1",
        "QUARKUS_MAILER_PORT", Integer.toString(port),
        "INBOX_DIR", directory.toString());
  }

  @Override
  public synchronized void close() {
    if (server == null) {
      return;
    }
    stopped.countDown();
    try {
      server.close();
      // The port is free only when the call to accept has returned.
      join(acceptor);
      for (Socket socket : connections) {
        socket.close();
      }
      store.close();
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "smtp did not stop cleanly", e);
    }
    server = null;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
