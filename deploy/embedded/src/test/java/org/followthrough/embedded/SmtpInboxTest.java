package org.followthrough.embedded;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpInboxTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path directory;
  private SmtpInbox inbox;

  @BeforeEach
  void start() throws IOException {
    inbox = new SmtpInbox(directory, 0, Clock.fixed(NOON, ZoneOffset.UTC));
    inbox.start();
  }

  @AfterEach
  void stop() {
    inbox.close();
  }

  @Test
  void offersItsExtensionsAfterEhloOnly() throws IOException {
    try (SmtpClient client = SmtpClient.connect(inbox.port())) {
      assertThat(client.reply()).startsWith("220 ");
      assertThat(client.say("HELO test")).isEqualTo("250 127.0.0.1");
      assertThat(client.say("EHLO test").lines())
          .contains("250-PIPELINING", "250-8BITMIME", "250 SIZE " + SmtpSession.SIZE_LIMIT);
    }
  }

  @Test
  void keepsEveryOctetOfAMailAndUnstuffsDots() throws IOException {
    String content = "Message-ID: <1@x>\r\n\r\n..two\r\n...three\r\n.\rx\r\nbare\n.\nlf \u00e4";

    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      assertThat(client.mail("a@x.example", content)).startsWith("250 ");
    }

    StoredMail mail = inbox.mails().get(0);
    assertThat(new String(mail.bytes(), ISO_8859_1))
        .isEqualTo("Message-ID: <1@x>\r\n\r\n.two\r\n..three\r\n\rx\r\nbare\n.\nlf \u00e4\r\n");
    assertThat(mail.sha256()).isEqualTo(Sha256.hex(mail.bytes()));
  }

  @Test
  void hasTheMailInTheLedgerBeforeItAnswers() throws IOException {
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      client.say("MAIL FROM:<> SIZE=100 BODY=8BITMIME");
      client.say("rcpt to: <a@x.example>");
      client.say("RCPT TO:<b@x.example>");
      client.say("DATA");
      client.send(SmtpClient.content("<id-7@x>") + "\r\n.\r\n");
      client.reply();

      StoredMail mail = new Ledger(directory).readNew().get(0);
      assertThat(mail.messageId()).isEqualTo("<id-7@x>");
      assertThat(mail.mailFrom()).isEmpty();
      assertThat(mail.recipients()).containsExactly("a@x.example", "b@x.example");
      assertThat(mail.receivedAt()).isEqualTo(NOON);
      assertThat(mail.file()).exists().hasParent(directory);
    }
  }

  @Test
  void answersPipelinedCommandsInOrder() throws IOException {
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      String mail = "MAIL FROM:<f@x.example>\r\nRCPT TO:<a@x.example>\r\nDATA\r\n";
      client.send(mail);
      assertThat(List.of(client.reply(), client.reply(), client.reply()))
          .extracting(reply -> reply.substring(0, 3))
          .containsExactly("250", "250", "354");
      client.send(SmtpClient.content("<1@x>") + "\r\n.\r\n" + mail);
      assertThat(List.of(client.reply(), client.reply(), client.reply(), client.reply()))
          .extracting(reply -> reply.substring(0, 3))
          .containsExactly("250", "250", "250", "354");
      client.send(SmtpClient.content("<2@x>") + "\r\n.\r\nQUIT\r\n");
      assertThat(client.reply()).startsWith("250 ");
      assertThat(client.reply()).startsWith("221 ");
    }
    assertThat(inbox.mails()).extracting(StoredMail::messageId).containsExactly("<1@x>", "<2@x>");
  }

  @Test
  void namesWhatIsWrongWithACommand() throws IOException {
    try (SmtpClient client = SmtpClient.connect(inbox.port())) {
      client.reply();
      assertThat(client.say("MAIL FROM:<a@x.example>")).startsWith("503 ");
      assertThat(client.say("EHLO")).startsWith("501 ");
      client.say("EHLO test");
      assertThat(client.say("MAIL FROM:a@x.example")).startsWith("501 ");
      assertThat(client.say("MAIL FROM:<a@x.example> SIZE=99999999999")).startsWith("552 ");
      assertThat(client.say("MAIL FROM:<a@x.example> AUTH=<>")).startsWith("555 ");
      assertThat(client.say("RCPT TO:<a@x.example>")).startsWith("503 ");
      assertThat(client.say("MAIL FROM:<a@x.example>")).startsWith("250 ");
      assertThat(client.say("MAIL FROM:<a@x.example>")).startsWith("503 ");
      assertThat(client.say("RCPT TO:<nobody>")).startsWith("501 ");
      assertThat(client.say("DATA")).startsWith("554 ");
      assertThat(client.say("RSET")).startsWith("250 ");
      assertThat(client.say("DATA")).startsWith("503 ");
      assertThat(client.say("JUMP")).startsWith("500 ");
      assertThat(client.say("NOOP " + "x".repeat(9000))).startsWith("500 ");
      assertThat(client.say("NOOP")).startsWith("250 ");
    }
  }

  @Test
  void refusesAMailThatIsTooBigAndGoesOn() throws IOException {
    String line = "x".repeat(998) + "\r\n";
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      String tooBig = line.repeat(SmtpSession.SIZE_LIMIT / line.length() + 1);
      assertThat(client.mail("a@x.example", tooBig)).startsWith("552 ");
      assertThat(client.mail("a@x.example", SmtpClient.content("<1@x>"))).startsWith("250 ");
    }
    assertThat(inbox.size()).isEqualTo(1);
  }

  @Test
  void numbersMailsOfManyConnectionsWithoutGaps() throws Exception {
    int connections = 40;
    int each = 25;
    ExecutorService threads = Executors.newFixedThreadPool(connections);
    List<Future<?>> sending = new ArrayList<>();
    for (int c = 0; c < connections; c++) {
      String prefix = "<" + c + "-";
      sending.add(threads.submit(() -> sendMany(prefix, each)));
    }
    for (Future<?> future : sending) {
      future.get();
    }
    threads.shutdown();

    assertThat(inbox.mails()).hasSize(connections * each);
    assertThat(inbox.mails()).extracting(StoredMail::messageId).doesNotHaveDuplicates();
    assertThat(new Ledger(directory).readNew()).isEqualTo(inbox.mails());
    assertThat(inbox.since(990)).extracting(StoredMail::sequence).startsWith(991L).endsWith(1000L);
  }

  private Void sendMany(String prefix, int count) throws IOException {
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      for (int i = 0; i < count; i++) {
        client.mail("a@x.example", SmtpClient.content(prefix + i + "@x>"));
      }
    }
    return null;
  }

  @Test
  void knowsItsMailsAfterACrashAndForgetsWhatItNeverAcknowledged() throws IOException {
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      client.mail("a@x.example", SmtpClient.content("<1@x>"));
    }
    List<StoredMail> before = inbox.mails();
    inbox.close();
    Files.writeString(directory.resolve("000002-torn.eml"), "Message-ID: <2@x>\r\n");
    Files.writeString(
        Ledger.file(directory), "2\t2026-03-02T12:00:00Z\t<2@x>", StandardOpenOption.APPEND);

    inbox.start();

    assertThat(inbox.mails()).isEqualTo(before);
    assertThat(directory.resolve("000002-torn.eml")).doesNotExist();
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      assertThat(client.mail("a@x.example", SmtpClient.content("<3@x>"))).endsWith("as 2");
    }
    assertThat(new Ledger(directory).readNew())
        .extracting(StoredMail::messageId)
        .containsExactly("<1@x>", "<3@x>");
  }

  @Test
  void tellsListenersBeforeTheSender() throws Exception {
    List<String> heard = new ArrayList<>();
    inbox.onMail(mail -> heard.add(mail.messageId()));
    try (SmtpClient client = SmtpClient.greeted(inbox.port())) {
      client.mail("a@x.example", SmtpClient.content("<1@x>"));
      assertThat(heard).containsExactly("<1@x>");
    }
    assertThat(inbox.awaitSize(1, Duration.ofSeconds(1))).isTrue();
    assertThat(inbox.awaitSize(2, Duration.ofMillis(20))).isFalse();
  }
}
