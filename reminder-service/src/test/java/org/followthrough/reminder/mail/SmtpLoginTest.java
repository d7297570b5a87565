package org.followthrough.reminder.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.followthrough.reminder.mail.SmtpSettings.StartTls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Relays that want a login or a private connection, or offer no pipelining. */
class SmtpLoginTest {

  private static final char[] PASSWORD = "changeit".toCharArray();

  @TempDir Path directory;

  private static SmtpSettings settings(int port, StartTls startTls, String username) {
    return new SmtpSettings(
        "localhost",
        port,
        "followthrough.example",
        startTls,
        false,
        username,
        "secret",
        1,
        10,
        MailTransportContract.PATIENCE,
        MailTransportContract.PATIENCE,
        MailTransportContract.PATIENCE);
  }

  private static Verdict send(SmtpTransport transport) throws Exception {
    try (transport) {
      return MailTransportContract.await(
          transport.send(MailTransportContract.mail("ana@example.org", "Hello")));
    }
  }

  @Test
  void relayWithoutPipeliningShouldBeTalkedToStepByStep() throws Exception {
    try (var relay = new ScriptedRelay(List.of("scripted", "SIZE 1000000"), null)) {
      assertThat(send(new SmtpTransport(settings(relay.port(), StartTls.OPTIONAL, null))))
          .isEqualTo(Verdict.accepted());
      assertThat(relay.commands)
          .startsWith(
              "EHLO followthrough.example",
              "MAIL FROM:<no-reply@followthrough.example>",
              "RCPT TO:<ana@example.org>",
              "DATA");
    }
  }

  @Test
  void loginShouldBePlainOrLoginAsOffered() throws Exception {
    try (var relay = new ScriptedRelay(List.of("scripted", "AUTH LOGIN PLAIN"), null)) {
      assertThat(send(new SmtpTransport(settings(relay.port(), StartTls.DISABLED, "ana"))))
          .isEqualTo(Verdict.accepted());
      assertThat(relay.commands).contains("AUTH PLAIN AGFuYQBzZWNyZXQ=");
    }
    try (var relay = new ScriptedRelay(List.of("scripted", "AUTH LOGIN"), null)) {
      assertThat(send(new SmtpTransport(settings(relay.port(), StartTls.DISABLED, "ana"))))
          .isEqualTo(Verdict.accepted());
      assertThat(relay.commands).containsSubsequence("AUTH LOGIN", "YW5h", "c2VjcmV0");
    }
  }

  @Test
  void startTlsShouldComeBeforeTheLogin() throws Exception {
    SSLContext tls = tls();
    try (var relay =
        new ScriptedRelay(List.of("scripted", "STARTTLS", "AUTH PLAIN", "PIPELINING"), tls)) {
      var transport =
          new SmtpTransport(
              settings(relay.port(), StartTls.REQUIRED, "ana"), tls.getSocketFactory());
      assertThat(send(transport)).isEqualTo(Verdict.accepted());
      assertThat(relay.commands)
          .startsWith(
              "EHLO followthrough.example",
              "STARTTLS",
              "tls EHLO followthrough.example",
              "tls AUTH PLAIN AGFuYQBzZWNyZXQ=");
    }
  }

  @Test
  void passwordShouldNotLeaveWithoutTheTlsThatIsDemanded() throws Exception {
    try (var relay = new ScriptedRelay(List.of("scripted", "AUTH PLAIN"), null)) {
      Verdict verdict = send(new SmtpTransport(settings(relay.port(), StartTls.REQUIRED, "ana")));

      assertThat(verdict.isRelayUnreachable()).isTrue();
      assertThat(relay.commands).noneMatch(line -> line.contains("AUTH"));
    }
  }

  @Test
  void unknownCertificateShouldEndTheConnection() throws Exception {
    try (var relay = new ScriptedRelay(List.of("scripted", "STARTTLS"), tls())) {
      Verdict verdict = send(new SmtpTransport(settings(relay.port(), StartTls.REQUIRED, null)));

      assertThat(verdict.isRelayUnreachable()).isTrue();
      assertThat(relay.commands).noneMatch(line -> line.contains("MAIL"));
    }
  }

  private SSLContext tls() throws Exception {
    KeyStore store = keyStore();
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD);
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  private KeyStore keyStore() throws Exception {
    Path file = directory.resolve("relay.p12");
    String keytool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    Process process =
        new ProcessBuilder(
                keytool,
                "-genkeypair",
                "-alias",
                "relay",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-startdate",
                "-1d",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD);
    }
    return store;
  }
}
