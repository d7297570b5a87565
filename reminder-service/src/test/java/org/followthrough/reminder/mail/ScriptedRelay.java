package org.followthrough.reminder.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A relay that offers what it is told to, steps through the dialogue and notes the commands. */
final class ScriptedRelay implements AutoCloseable {

  // Read while the farewell of a client comes in.
  final List<String> commands = new CopyOnWriteArrayList<>();
  private final ServerSocket server;
  private final List<String> extensions;
  private final SSLContext tls;

  ScriptedRelay(List<String> extensions, SSLContext tls) throws IOException {
    this.extensions = extensions;
    this.tls = tls;
    server = new ServerSocket(0, 10, InetAddress.getByName("localhost"));
    Thread thread = new Thread(this::serve, "scripted-relay");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        talk(socket, false);
      } catch (IOException e) {
        commands.add("lost");
      }
    }
  }

  private void talk(Socket socket, boolean secure) throws IOException {
    var in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
    OutputStream out = socket.getOutputStream();
    if (!secure) {
      say(out, "220 scripted");
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      commands.add((secure ? "tls " : "") + line);
      if (line.startsWith("EHLO")) {
        hello(out, secure);
      } else if (line.equals("STARTTLS")) {
        say(out, "220 go");
        talk(secured(socket), true);
        return;
      } else if (line.equals("DATA")) {
        say(out, "354 go");
        skipBody(in);
        say(out, "250 taken");
      } else {
        say(out, answer(line));
      }
    }
  }

  private String answer(String line) {
    if (line.equals("AUTH LOGIN")) {
      return "334 VXNlcm5hbWU6";
    }
    if (line.startsWith("AUTH PLAIN") || line.equals("c2VjcmV0")) {
      return "235 welcome";
    }
    return line.equals("YW5h") ? "334 UGFzc3dvcmQ6" : "250 ok";
  }

  private void hello(OutputStream out, boolean secure) throws IOException {
    List<String> offered =
        extensions.stream().filter(name -> !secure || !name.equals("STARTTLS")).toList();
    for (String extension : offered) {
      say(out, "250-" + extension);
    }
    say(out, "250 HELP");
  }

  private Socket secured(Socket socket) throws IOException {
    SSLSocket secure =
        (SSLSocket)
            tls.getSocketFactory().createSocket(socket, "localhost", socket.getPort(), true);
    secure.setUseClientMode(false);
    secure.startHandshake();
    return secure;
  }

  private static void skipBody(BufferedReader in) throws IOException {
    String line = in.readLine();
    while (line != null && !line.equals(".")) {
      line = in.readLine();
    }
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
