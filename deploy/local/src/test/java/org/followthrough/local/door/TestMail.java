package org.followthrough.local.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.util.List;

/** Sends one mail to an inbox, by hand. */
final class TestMail {

  private TestMail() {}

  static void send(int port, String to, String message) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      var answers = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
      answers.readLine();
      List<String> commands =
          List.of(
              "HELO test",
              "MAIL FROM:<noreply@followthrough.example>",
              "RCPT TO:<" + to + ">",
              "DATA");
      for (String command : commands) {
        say(socket.getOutputStream(), answers, command);
      }
      say(socket.getOutputStream(), answers, message.replace("\n", "\r\n") + "\r\n.");
      say(socket.getOutputStream(), answers, "QUIT");
    }
  }

  private static void say(OutputStream out, BufferedReader answers, String line)
      throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
    String answer = answers.readLine();
    if (!answer.matches("[23].*")) {
      throw new IOException(line + ": " + answer);
    }
  }
}
