package org.followthrough.local.door;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.followthrough.embedded.SmtpInbox;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.link.LinkKeyRing;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.local.demo.Demo;
import org.followthrough.local.demo.Happening;
import org.followthrough.local.demo.Story;
import org.followthrough.local.stack.ClockFile;
import org.followthrough.local.stack.Secrets;

/** The start page: what runs, how far the story is, and where to look. */
final class StoryPages {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEEE d MMMM yyyy, HH:mm", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter SHORT =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  // By the stack's clock, which may run a year in a quarter of an hour.
  private static final Duration CONSOLE_LINK = Duration.ofDays(400);
  private static final List<Double> SPEEDS = List.of(0.0, 1.0, 8_640.0, 43_200.0, 172_800.0);

  /** A service and whether it runs. */
  record Room(String name, boolean alive) {}

  /** A figure with what it counts. */
  record Figure(String label, int value) {}

  /** A happening as the page shows it. */
  record Line(String day, String actor, String text) {}

  /** A speed one can choose. */
  record Speed(String value, String label, boolean current) {}

  private final ClockFile clock;
  private final Secrets secrets;
  private final Supplier<List<Room>> rooms;
  private final Optional<SmtpInbox> inbox;
  private final Demo demo;
  private final Pages pages;
  private final SignedLinks links;

  StoryPages(
      ClockFile clock,
      Secrets secrets,
      Supplier<List<Room>> rooms,
      Optional<SmtpInbox> inbox,
      Demo demo,
      Pages pages) {
    this.clock = clock;
    this.secrets = secrets;
    this.rooms = rooms;
    this.inbox = inbox;
    this.demo = demo;
    this.pages = pages;
    this.links = new SignedLinks(LinkKeyRing.parse(secrets.linkKeys()), Clock.systemUTC());
  }

  void addTo(Router router) {
    Pages.at(router, "/").handler(context -> pages.send(context, "story", values()));
    Pages.at(router, "/story").handler(context -> pages.send(context, "happenings", values()));
    router.post("/story/speed").handler(BodyHandler.create(false)).handler(this::setSpeed);
    Pages.at(router, "/door/story.js")
        .handler(context -> asset(context, "story.js", "text/javascript"));
    Pages.at(router, "/door/door.css").handler(context -> asset(context, "door.css", "text/css"));
  }

  private static void asset(RoutingContext context, String name, String type) {
    context
        .response()
        .putHeader("Content-Type", type + "; charset=UTF-8")
        .putHeader("X-Content-Type-Options", "nosniff");
    Pages.end(context, Buffer.buffer(Pages.resource("/static/" + name)));
  }

  private void setSpeed(RoutingContext context) {
    String wished = context.request().getFormAttribute("speed");
    SPEEDS.stream().filter(speed -> text(speed).equals(wished)).findFirst().ifPresent(clock::runAt);
    context.response().setStatusCode(303).putHeader("Location", "/").end();
  }

  private Map<String, Object> values() {
    Instant now = clock.now();
    return Map.of(
        "now", DAY.format(now),
        "plays", demo.plays(),
        "speeds", speeds(),
        "rooms", rooms.get(),
        "figures", figures(),
        "happenings", demo.story().latest().stream().map(StoryPages::line).toList(),
        "console", consoleLink(now),
        "hasInbox", inbox.isPresent());
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    figures.add(new Figure("mails sent", inbox.map(SmtpInbox::size).orElse(0)));
    for (Story.Deed deed : Story.Deed.values()) {
      figures.add(new Figure(deed.label(), demo.story().count(deed)));
    }
    return figures;
  }

  private List<Speed> speeds() {
    double current = clock.speed();
    List<String> labels =
        List.of("stand still", "real time", "a day in 10 s", "a day in 2 s", "2 days a second");
    List<Speed> result = new ArrayList<>();
    for (int i = 0; i < SPEEDS.size(); i++) {
      result.add(new Speed(text(SPEEDS.get(i)), labels.get(i), SPEEDS.get(i) == current));
    }
    return result;
  }

  private String consoleLink(Instant now) {
    var organization = secrets.organizationId();
    return "/console/enter/"
        + links.sign(new Link("console", organization, organization, "", now.plus(CONSOLE_LINK)));
  }

  private static Line line(Happening happening) {
    return new Line(SHORT.format(happening.at()), happening.actor(), happening.text());
  }

  private static String text(double speed) {
    return Long.toString(Math.round(speed));
  }
}
