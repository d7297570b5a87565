package org.followthrough.reminder.mail;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * quarkus-mailer, for relays that need one of its features, such as DKIM or NTLM.
 *
 * <p>It writes the message anew, so the bytes are not those of the stored hash; Message-ID and
 * headers are. It does not tell where a connection was lost, so each loss leaves a mail in doubt.
 */
public final class MailerTransport implements MailTransport {

  private static final Pattern REPLY = Pattern.compile("\\b([45]\\d\\d)[ -]");
  private static final Set<String> WRITTEN_BY_MAILER =
      Set.of("from", "to", "subject", "mime-version", "content-type", "content-transfer-encoding");

  private final ReactiveMailer mailer;
  private final Context context;
  private final Duration limit;

  public MailerTransport(ReactiveMailer mailer, Vertx vertx, Duration limit) {
    this.mailer = mailer;
    // One context for all sends: called from several threads, the client's sends can hang for good.
    this.context = vertx.getOrCreateContext();
    this.limit = limit;
  }

  @Override
  public CompletionStage<Verdict> send(OutgoingMail outgoing) {
    if (!outgoing.mayStart()) {
      return CompletableFuture.completedStage(Verdict.deferred(Verdict.WAITED_TOO_LONG));
    }
    Mail mail = convert(outgoing);
    CompletableFuture<Verdict> verdict = new CompletableFuture<>();
    context.runOnContext(ignored -> attempt(mail).subscribe().with(verdict::complete));
    return verdict;
  }

  private Uni<Verdict> attempt(Mail mail) {
    return mailer
        .send(mail)
        .ifNoItem()
        .after(limit)
        .fail()
        .replaceWith(Verdict.accepted())
        .onFailure()
        .recoverWithItem(MailerTransport::verdict);
  }

  @Override
  public void close() {
    // Quarkus closes its mailer itself.
  }

  private static Verdict verdict(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConnectException) {
        return Verdict.deferred(Verdict.UNREACHABLE);
      }
      Matcher reply = REPLY.matcher(String.valueOf(cause.getMessage()));
      if (reply.find()) {
        int code = Integer.parseInt(reply.group(1));
        return new SmtpReply(code, List.of()).refusal();
      }
    }
    return Verdict.inDoubt("lost");
  }

  private static Mail convert(OutgoingMail outgoing) {
    try {
      var message =
          new MimeMessage(
              Session.getInstance(new Properties()), new ByteArrayInputStream(outgoing.mime()));
      Mail mail = new Mail();
      mail.setFrom(message.getFrom()[0].toString());
      mail.addTo(outgoing.to());
      mail.setSubject(message.getSubject());
      for (Header header : Collections.list(message.getAllHeaders())) {
        if (!WRITTEN_BY_MAILER.contains(header.getName().toLowerCase(Locale.ROOT))) {
          mail.addHeader(header.getName(), header.getValue().replaceAll("\\s+", " "));
        }
      }
      addParts(mail, (Multipart) message.getContent());
      return mail;
    } catch (MessagingException | IOException e) {
      throw new IllegalArgumentException("a mail of ours cannot be read", e);
    }
  }

  private static void addParts(Mail mail, Multipart parts) throws MessagingException, IOException {
    for (int i = 0; i < parts.getCount(); i++) {
      BodyPart part = parts.getBodyPart(i);
      if (part.isMimeType("multipart/*")) {
        addParts(mail, (Multipart) part.getContent());
      } else if (part.isMimeType("text/plain")) {
        mail.setText((String) part.getContent());
      } else if (part.isMimeType("text/html")) {
        mail.setHtml((String) part.getContent());
      } else if (part.getFileName() != null) {
        byte[] file = part.getInputStream().readAllBytes();
        mail.addAttachment(part.getFileName(), file, part.getContentType());
      }
    }
  }
}
