package org.followthrough.local.door;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.followthrough.embedded.MailView;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.embedded.StoredMail;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Every mail of the local stack. A mail's HTML is shown in a frame that can run nothing. */
final class InboxPages {

  private static final int PAGE = 50;
  private static final long NEWEST = Long.MAX_VALUE;
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  // Only inline styles, which mails need, and pictures that come with the mail.
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:;"
          + " sandbox allow-popups allow-popups-to-escape-sandbox; base-uri 'self'";

  /** A mail as the list shows it. */
  record Line(long number, String subject, String name, String address, String date) {}

  private final SmtpInbox inbox;
  private final Pages pages;
  private final Map<Long, MailView> parsed = new ConcurrentHashMap<>();

  InboxPages(SmtpInbox inbox, Pages pages) {
    this.inbox = inbox;
    this.pages = pages;
  }

  void addTo(Router router) {
    Pages.at(router, "/inbox").blockingHandler(this::list);
    Pages.matching(router, "/inbox/(?<number>\\d{1,9})").blockingHandler(this::show);
    Pages.matching(router, "/inbox/(?<number>\\d{1,9})/html").blockingHandler(this::html);
    Pages.matching(router, "/inbox/(?<number>\\d{1,9})/text").blockingHandler(this::text);
    Pages.matching(router, "/inbox/(?<number>\\d{1,9})/source").blockingHandler(this::source);
  }

  private void list(RoutingContext context) {
    String to = Optional.ofNullable(context.request().getParam("to")).orElse("").strip();
    List<StoredMail> wanted = to(to.toLowerCase(Locale.ROOT));
    long before = before(context);
    List<StoredMail> older = wanted.stream().filter(mail -> mail.sequence() < before).toList();
    List<StoredMail> shown = older.stream().limit(PAGE).toList();
    pages.send(
        context,
        "inbox",
        Map.of(
            "mails",
            shown.stream().map(this::line).toList(),
            "to",
            to,
            "toParameter",
            URLEncoder.encode(to, UTF_8),
            "total",
            wanted.size(),
            "newer",
            before != NEWEST,
            "older",
            older.size() > PAGE ? shown.get(PAGE - 1).sequence() : 0));
  }

  /** The mails to such an address, newest first. */
  private List<StoredMail> to(String part) {
    List<StoredMail> mails = new ArrayList<>(inbox.mails());
    mails.removeIf(mail -> !mail.recipients().toString().toLowerCase(Locale.ROOT).contains(part));
    Collections.reverse(mails);
    return mails;
  }

  private static long before(RoutingContext context) {
    String number = context.request().getParam("before");
    return number == null || !number.matches("\\d{1,9}") ? NEWEST : Long.parseLong(number);
  }

  private void show(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> {
              MailView view = view(mail);
              pages.send(
                  context,
                  "mail",
                  Map.of(
                      "mail",
                      line(mail),
                      "from",
                      view.from(),
                      "hasHtml",
                      !view.html().isEmpty(),
                      "text",
                      view.text(),
                      "calendar",
                      view.calendar(),
                      "headers",
                      view.headers().entrySet()));
            },
            () -> pages.missing(context));
  }

  private void html(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> {
              Document document = Jsoup.parse(view(mail).html());
              document.head().prependElement("base").attr("target", "_blank");
              plain(context, "text/html", MAIL_POLICY, Buffer.buffer(document.outerHtml()));
            },
            () -> pages.missing(context));
  }

  private void text(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> plain(context, "text/plain", "sandbox", Buffer.buffer(view(mail).text())),
            () -> pages.missing(context));
  }

  private void source(RoutingContext context) {
    find(context)
        .ifPresentOrElse(
            mail -> plain(context, "text/plain", "sandbox", Buffer.buffer(bytes(mail))),
            () -> pages.missing(context));
  }

  private static void plain(RoutingContext context, String type, String policy, Buffer body) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=UTF-8")
        .putHeader("Content-Security-Policy", policy)
        .putHeader("X-Content-Type-Options", "nosniff");
    Pages.end(context, body);
  }

  private Optional<StoredMail> find(RoutingContext context) {
    long number = Long.parseLong(context.pathParam("number"));
    return inbox.since(number - 1).stream().filter(mail -> mail.sequence() == number).findFirst();
  }

  private Line line(StoredMail mail) {
    MailView view = view(mail);
    return new Line(
        mail.sequence(),
        view.subject(),
        String.join(", ", view.to()).replaceAll("\\s*<[^>]*>", ""),
        String.join(", ", mail.recipients()),
        view.date().map(InboxPages::day).orElse(""));
  }

  private MailView view(StoredMail mail) {
    return parsed.computeIfAbsent(
        mail.sequence(),
        number -> {
          try {
            return mail.view();
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static byte[] bytes(StoredMail mail) {
    try {
      return mail.bytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String day(Instant instant) {
    return DAY.format(instant);
  }
}
