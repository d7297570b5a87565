package org.followthrough.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Speaks raw SMTP, one call per reply, so that tests see exactly what goes over the wire. */
final class SmtpClient implements AutoCloseable {
  private final Socket socket;
  private final BufferedReader in;

  private SmtpClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(60_000);
    in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
  }

  static SmtpClient connect(int port) throws IOException {
    return new SmtpClient(port);
  }

  static SmtpClient greeted(int port) throws IOException {
    SmtpClient client = connect(port);
    client.reply();
    client.say("EHLO test");
    return client;
  }

  void timeout(Duration limit) throws IOException {
    socket.setSoTimeout(Math.toIntExact(limit.toMillis()));
  }

  String say(String line) throws IOException {
    send(line + "\r\n");
    return reply();
  }

  void send(String octets) throws IOException {
    socket.getOutputStream().write(octets.getBytes(ISO_8859_1));
    socket.getOutputStream().flush();
  }

  String reply() throws IOException {
    List<String> lines = new ArrayList<>();
    do {
      String line = in.readLine();
      if (line == null) {
        throw new EOFException("closed by the server");
      }
      lines.add(line);
    } while (lines.get(lines.size() - 1).charAt(3) == '-');
    return String.join("\n", lines);
  }

  String mail(String recipient, String content) throws IOException {
    say("MAIL FROM:<from@followthrough.example>");
    say("RCPT TO:<" + recipient + ">");
    say("DATA");
    send(content + "\r\n.\r\n");
    return reply();
  }

  static String content(String messageId) {
    return "Message-ID: " + messageId + "\r\nSubject: Hello\r\n\r\nA line";
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
