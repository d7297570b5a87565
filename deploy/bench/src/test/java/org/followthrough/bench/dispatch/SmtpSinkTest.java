package org.followthrough.bench.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SmtpSinkTest {

  private static final String ENVELOPE = "MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\n";
  private static final String MAIL =
      "Subject: s\r\nMESSAGE-ID: <1@b>\r\n\r\nMessage-ID: <body@b>\r\n..dot\r\n.\r\n";

  @Test
  void sinkShouldTakePipelinedMailsOfSeveralConnections() throws Exception {
    try (SmtpSink sink = new SmtpSink()) {
      new RawSmtp(sink.port(), 4_000).run(100);

      sink.await(100);
      assertThatCode(() -> sink.requireEachOnce(100)).doesNotThrowAnyException();
      assertThat(sink.averageSize()).isBetween(3_900, 4_200);
    }
  }

  @Test
  void sinkShouldFindOutWhenAMailComesTwice() throws Exception {
    try (SmtpSink sink = new SmtpSink()) {
      send(sink.port(), "EHLO x\r\n" + ENVELOPE + MAIL + ENVELOPE + MAIL + "QUIT\r\n");

      sink.await(2);
      assertThatThrownBy(() -> sink.requireEachOnce(2)).hasMessageContaining("1 Message-IDs");
    }
  }

  private static void send(int port, String dialogue) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(dialogue.getBytes(StandardCharsets.US_ASCII));
      BufferedReader replies =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
      String line = replies.readLine();
      while (!line.startsWith("221")) {
        line = replies.readLine();
      }
    }
  }
}
