package org.followthrough.bench.bed;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One connection: sends a request, waits for its answer, sends the next. */
final class HttpConversation {

  private static final byte[] BLANK_LINE = {'\r', '\n', '\r', '\n'};
  private static final String LENGTH = "\r\ncontent-length:";
  private static final int STATUS_AT = 9;

  private final NetSocket socket;
  private final HttpLoad.Exchange exchange;
  private Buffer received = Buffer.buffer();
  private int expected = -1;
  private int bodyAt;
  private int number;
  private long sentAt;

  HttpConversation(NetSocket socket, HttpLoad.Exchange exchange) {
    this.socket = socket;
    this.exchange = exchange;
  }

  void begin() {
    socket.exceptionHandler(exchange::failed);
    socket.handler(this::feed);
    send();
  }

  private void send() {
    number = exchange.next();
    if (number >= 0) {
      sentAt = System.nanoTime();
      socket.write(exchange.request(number));
    }
  }

  private void feed(Buffer part) {
    received = received.length() == 0 ? part : received.appendBuffer(part);
    if (expected < 0) {
      readHead();
    }
    if (expected >= 0 && received.length() >= expected) {
      Buffer body = received.slice(bodyAt, expected);
      received = Buffer.buffer();
      expected = -1;
      exchange.answered(number, System.nanoTime() - sentAt, body);
      send();
    }
  }

  private void readHead() {
    int end = endOfHead();
    if (end < 0) {
      return;
    }
    String head =
        received.getString(0, end, StandardCharsets.ISO_8859_1.name()).toLowerCase(Locale.ROOT);
    bodyAt = end + BLANK_LINE.length;
    expected = bodyAt + length(head);
    char status = head.charAt(STATUS_AT);
    if (status != '2' && status != '3') {
      exchange.failed(new IllegalStateException("answered with " + received));
    }
  }

  private static int length(String head) {
    int at = head.indexOf(LENGTH);
    if (at < 0) {
      return 0;
    }
    int end = head.indexOf('\r', at + LENGTH.length());
    String value = head.substring(at + LENGTH.length(), end < 0 ? head.length() : end);
    return Integer.parseInt(value.strip());
  }

  private int endOfHead() {
    byte[] bytes = received.getBytes();
    for (int i = 0; i + BLANK_LINE.length <= bytes.length; i++) {
      if (bytes[i] == '\r'
          && bytes[i + 1] == '\n'
          && bytes[i + 2] == '\r'
          && bytes[i + 3] == '\n') {
        return i;
      }
    }
    return -1;
  }
}
