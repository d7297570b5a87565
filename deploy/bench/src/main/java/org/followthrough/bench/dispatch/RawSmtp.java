package org.followthrough.bench.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.followthrough.bench.bed.Pace;

/**
 * Sends mails made of nothing as fast as a relay takes them: one write holds a mail and the next
 * one's envelope. Nothing is claimed, decided, written in a language, kept or recorded.
 */
final class RawSmtp {

  private static final int CONNECTIONS = 8;
  private static final int LINE = 72;

  private final int port;
  private final String text;

  /**
   * Sends to this port.
   *
   * @param size bytes of a mail
   */
  RawSmtp(int port, int size) {
    this.port = port;
    String line = "x".repeat(LINE) + "\r\n";
    this.text = line.repeat(Math.max(1, size / line.length()));
  }

  Pace run(int mails) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      long begin = System.nanoTime();
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < CONNECTIONS; i++) {
        int share = mails / CONNECTIONS + (i < mails % CONNECTIONS ? 1 : 0);
        running.add(threads.submit(() -> send(share)));
      }
      for (Future<?> each : running) {
        each.get();
      }
      return Pace.of(mails, System.nanoTime() - begin);
    } finally {
      threads.shutdown();
    }
  }

  private Void send(int mails) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(socket.getInputStream());
      OutputStream out = socket.getOutputStream();
      read(in, 1);
      out.write("EHLO bench\r\n".getBytes(US_ASCII));
      read(in, 3);
      out.write(envelope().getBytes(US_ASCII));
      read(in, 3);
      for (int left = mails; left > 0; left--) {
        out.write((mail() + (left > 1 ? envelope() : "")).getBytes(US_ASCII));
        read(in, left > 1 ? 4 : 1);
      }
    }
    return null;
  }

  private static String envelope() {
    return "MAIL FROM:<no-reply@example.org>\r\nRCPT TO:<learner@example.org>\r\nDATA\r\n";
  }

  private String mail() {
    return "From: no-reply@example.org\r\nMessage-ID: <"
        + UUID.randomUUID()
        + "@example.org>\r\n\r\n"
        + text
        + ".\r\n";
  }

  private static void read(InputStream in, int lines) throws IOException {
    for (int left = lines; left > 0; ) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the sink closed the connection");
      }
      left -= next == '\n' ? 1 : 0;
    }
  }
}
