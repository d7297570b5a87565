package org.followthrough.bench.dispatch;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Locale;

/** The sink's dialogue with one client, pipelined or not (RFC 5321, RFC 2920). */
final class SinkSession {

  private static final int LONGEST_LINE = 2_048;
  private static final String MESSAGE_ID = "message-id:";

  private final InputStream in;
  private final OutputStream out;
  private final SmtpSink sink;
  private final byte[] buffer = new byte[64 * 1024];
  private final byte[] line = new byte[LONGEST_LINE];
  private final StringBuilder replies = new StringBuilder();
  private int at;
  private int end;

  SinkSession(Socket socket, SmtpSink sink) throws IOException {
    this.in = socket.getInputStream();
    this.out = socket.getOutputStream();
    this.sink = sink;
  }

  void run() throws IOException {
    reply("220 sink ESMTP");
    int length = readLine();
    while (length >= 0 && command(text(length))) {
      length = readLine();
    }
    flush();
  }

  private boolean command(String text) throws IOException {
    String verb = text.substring(0, Math.min(4, text.length())).toUpperCase(Locale.ROOT);
    switch (verb) {
      case "EHLO" -> reply("250-sink\r\n250-PIPELINING\r\n250 8BITMIME");
      case "DATA" -> {
        reply("354 go on");
        receive();
      }
      case "QUIT" -> {
        reply("221 bye");
        return false;
      }
      default -> reply("250 OK");
    }
    return true;
  }

  private void receive() throws IOException {
    long size = 0;
    String messageId = "";
    boolean head = true;
    for (int length = readLine(); !isDot(length); length = readLine()) {
      if (length < 0) {
        throw new IOException("cut short");
      }
      size += length + 2;
      head &= length > 0;
      if (head && messageId.isEmpty() && (line[0] == 'M' || line[0] == 'm')) {
        messageId = messageId(text(length));
      }
    }
    sink.accepted(messageId, size);
    reply("250 accepted");
  }

  private boolean isDot(int length) {
    return length == 1 && line[0] == '.';
  }

  private static String messageId(String text) {
    return text.toLowerCase(Locale.ROOT).startsWith(MESSAGE_ID)
        ? text.substring(MESSAGE_ID.length()).strip()
        : "";
  }

  private String text(int length) {
    return new String(line, 0, Math.min(length, LONGEST_LINE), US_ASCII);
  }

  /** Reads a line into {@link #line}; its length without the line end, or -1 at the end. */
  private int readLine() throws IOException {
    int length = 0;
    while (true) {
      if (at == end && !fill()) {
        return -1;
      }
      byte next = buffer[at++];
      if (next == '\n') {
        return length > 0 && line[Math.min(length, LONGEST_LINE) - 1] == '\r' ? length - 1 : length;
      }
      if (length < LONGEST_LINE) {
        line[length] = next;
      }
      length++;
    }
  }

  private boolean fill() throws IOException {
    // RFC 2920: answers may wait while more commands are there.
    flush();
    at = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }

  private void reply(String text) {
    replies.append(text).append("\r\n");
  }

  private void flush() throws IOException {
    if (replies.length() > 0) {
      out.write(replies.toString().getBytes(US_ASCII));
      replies.setLength(0);
    }
  }
}
