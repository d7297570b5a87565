package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;

/** The relay's side of a dialogue with pipelining, line by line as a test wants it. */
final class PipelinedRelay implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());

  PipelinedRelay() throws IOException {}

  int port() {
    return server.getLocalPort();
  }

  /** The next client that connects; greeted only when the test does so. */
  Dialogue accept() throws IOException {
    return new Dialogue(server.accept());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }

  /** One connection. */
  static final class Dialogue implements AutoCloseable {
    private final Socket socket;
    private final BufferedReader in;
    private final OutputStream out;

    Dialogue(Socket socket) throws IOException {
      this.socket = socket;
      socket.setSoTimeout(60_000);
      in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
      out = socket.getOutputStream();
    }

    void greet() throws IOException {
      say("220 scripted");
      in.readLine();
      say("250-scripted", "250 PIPELINING");
    }

    /** The recipient of the envelope that comes next; its three commands are read. */
    String envelope() throws IOException {
      List<String> commands = List.of(read(), read(), read());
      if (!commands.get(0).startsWith("MAIL FROM:") || !commands.get(2).equals("DATA")) {
        throw new AssertionError(commands);
      }
      return commands.get(1).replaceAll("RCPT TO:<(.*)>", "$1");
    }

    /** Lets an envelope pass. */
    void goAhead() throws IOException {
      say("250 ok", "250 ok", "354 go");
    }

    /** Reads up to the final dot; the lines before it. */
    List<String> body() throws IOException {
      List<String> lines = new ArrayList<>();
      for (String line = read(); !line.equals("."); line = read()) {
        lines.add(line);
      }
      return lines;
    }

    String read() throws IOException {
      String line = in.readLine();
      if (line == null) {
        throw new IOException("the client closed the connection");
      }
      return line;
    }

    /** Whether the client has ended the connection, without another word. */
    boolean isLeft() throws IOException {
      return in.readLine() == null;
    }

    void say(String... lines) throws IOException {
      out.write((String.join("\r\n", lines) + "\r\n").getBytes(ISO_8859_1));
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
