package org.followthrough.reminder.mail;

import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;

/** Chooses the transport; both find their relay in quarkus.mailer's settings. */
class MailTransportProducer {

  private static final String PREFIX = "quarkus.mailer.";

  @Produces
  @Singleton
  MailTransport transport(
      MailSettings mail, Config config, Vertx vertx, Instance<ReactiveMailer> mailer) {
    return mail.transport() == MailSettings.Transport.MAILER
        ? new MailerTransport(mailer.get(), vertx, mail.finalDotTimeout())
        : new SmtpTransport(settings(mail, config));
  }

  void close(@Disposes MailTransport transport) {
    transport.close();
  }

  private static SmtpSettings settings(MailSettings mail, Config config) {
    boolean implicitTls = config.getOptionalValue(PREFIX + "tls", Boolean.class).orElse(false);
    return new SmtpSettings(
        config.getOptionalValue(PREFIX + "host", String.class).orElse("localhost"),
        config.getOptionalValue(PREFIX + "port", Integer.class).orElse(implicitTls ? 465 : 25),
        config.getOptionalValue(PREFIX + "own-host-name", String.class).orElse(mail.domain()),
        startTls(config.getOptionalValue(PREFIX + "start-tls", String.class).orElse("OPTIONAL")),
        implicitTls,
        config.getOptionalValue(PREFIX + "username", String.class).orElse(null),
        config.getOptionalValue(PREFIX + "password", String.class).orElse(null),
        mail.connections(),
        mail.queue(),
        mail.connectTimeout(),
        mail.commandTimeout(),
        mail.finalDotTimeout());
  }

  private static SmtpSettings.StartTls startTls(String setting) {
    try {
      return SmtpSettings.StartTls.valueOf(setting.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new ConfigurationException(PREFIX + "start-tls: DISABLED, OPTIONAL or REQUIRED");
    }
  }
}
