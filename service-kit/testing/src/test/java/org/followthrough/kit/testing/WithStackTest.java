package org.followthrough.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.followthrough.embedded.StoredMail;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

@QuarkusTest
@WithStack(parts = "kafka, postgres, smtp", databases = "booster")
class WithStackTest {
  @Inject Config config;

  @Test
  void givesAServiceItsDatabase() throws Exception {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl("jdbc:" + value("followthrough.postgres.url") + "/booster");
    try (Connection connection =
        source.getConnection(
            value("followthrough.postgres.user"), value("followthrough.postgres.password"))) {
      assertThat(connection.isValid(60)).isTrue();
    }
  }

  @Test
  void letsATestReadTheMailsOfAnotherProcess() throws Exception {
    InboxReader inbox = new InboxReader(Path.of(value("followthrough.inbox.dir")));
    long position = inbox.position();
    send("Grüße");

    List<StoredMail> mails =
        inbox.await(1, Duration.ofSeconds(60), mail -> mail.sequence() > position);

    assertThat(mails.get(0).view().subject()).isEqualTo("Grüße");
    assertThat(inbox.to("learner@x.example")).containsAll(mails);
    assertThat(inbox.since(position)).isEqualTo(mails);
  }

  private void send(String subject) throws Exception {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", value("quarkus.mailer.host"));
    properties.put("mail.smtp.port", value("quarkus.mailer.port"));
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("coach@x.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("learner@x.example"));
    message.setSubject(subject, "UTF-8");
    message.setText("Hello");
    Transport.send(message);
  }

  private String value(String name) {
    return config.getValue(name, String.class);
  }
}
