package org.followthrough.reminder.mail;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How mail leaves; the relay's address and login are quarkus.mailer's settings. */
@ConfigMapping(prefix = "reminder.mail")
public interface MailSettings {

  /** {@code smtp}: our own client, exact about doubt. {@code mailer}: quarkus-mailer. */
  @WithDefault("smtp")
  Transport transport();

  /** Address of every mail's sender. */
  @WithDefault("no-reply@followthrough.example")
  String from();

  @WithDefault("Followthrough")
  String fromName();

  /** Right side of Message-IDs, List-Ids and calendar UIDs. */
  @WithDefault("followthrough.example")
  String domain();

  @WithDefault("8")
  int connections();

  /** Mails that may wait for a connection before the dispatcher has to wait itself. */
  @WithDefault("1000")
  int queue();

  @WithDefault("10s")
  Duration connectTimeout();

  @WithDefault("60s")
  Duration commandTimeout();

  /** RFC 5321, 4.5.3.2.6: a shorter wait makes duplicates. */
  @WithDefault("600s")
  Duration finalDotTimeout();

  /** Which transport. */
  enum Transport {
    SMTP,
    MAILER
  }
}
