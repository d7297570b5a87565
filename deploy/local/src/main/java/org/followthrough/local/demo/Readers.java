package org.followthrough.local.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.followthrough.embedded.MailView;
import org.followthrough.embedded.StoredMail;
import org.followthrough.local.demo.SampleOrganization.SamplePerson;
import org.followthrough.local.stack.ClockFile;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The sample's people reading their mail: some react the same day, some later, one never. */
final class Readers {

  private static final int MOST_TRIES = 4;

  /** One thing to do that a mail led to. */
  private record Errand(SamplePerson person, String link, int seed) {}

  private final SampleOrganization organization;
  private final Visit visit;
  private final Story story;
  private final ClockFile clock;
  private final ScheduledExecutorService threads;

  Readers(
      SampleOrganization organization,
      Visit visit,
      Story story,
      ClockFile clock,
      ScheduledExecutorService threads) {
    this.organization = organization;
    this.visit = visit;
    this.story = story;
    this.clock = clock;
    this.threads = threads;
  }

  /** Called for each mail that arrives; returns at once. */
  void receive(StoredMail mail) {
    String address = mail.recipients().get(0);
    organization
        .atAddress(address)
        .ifPresent(
            person ->
                delay(person, seed(mail))
                    .ifPresent(delay -> later(delay, () -> read(person, mail))));
  }

  /** How long until they react, by the stack's clock; empty where they will not. */
  private static Optional<Duration> delay(SamplePerson person, int seed) {
    return switch (person.temper()) {
      case "prompt" -> Optional.of(Duration.ofHours(2 + seed % 7));
      case "usual" ->
          seed % 10 < 7 ? Optional.of(Duration.ofHours(6 + seed % 30)) : Optional.empty();
      case "late" ->
          seed % 10 < 5 ? Optional.of(Duration.ofHours(30 + seed % 60)) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private void read(SamplePerson person, StoredMail mail) {
    try {
      MailView view = mail.view();
      Document html = Jsoup.parse(view.html());
      for (String link : chosen(html, seed(mail))) {
        act(new Errand(person, link, seed(mail)), 1);
      }
    } catch (IOException e) {
      story.tell(clock.now(), person.firstName(), "could not read a mail");
    }
  }

  /** The links a reader follows: of a booster one answer, of other mails each page once. */
  private List<String> chosen(Document html, int seed) {
    List<Element> answers =
        html.select("a[href*=/q/]").stream().filter(a -> !a.text().isBlank()).toList();
    if (!answers.isEmpty()) {
      return List.of(answer(answers, seed).attr("href"));
    }
    List<String> links = new ArrayList<>();
    for (Element link : html.select("a[href*=/plan/], a[href*=/talk/], a[href*=/eval/]")) {
      if (!links.contains(link.attr("href"))) {
        links.add(link.attr("href"));
      }
    }
    return links;
  }

  // Three of four answers are right, as is usual in the weeks after a course.
  private Element answer(List<Element> answers, int seed) {
    boolean right = seed % 4 != 0;
    return answers.stream()
        .filter(option -> isRight(option) == right)
        .findFirst()
        .orElse(answers.get(seed % answers.size()));
  }

  private boolean isRight(Element option) {
    return organization.isRight(option.text());
  }

  private void act(Errand errand, int attempt) {
    try {
      Instant now = clock.now();
      Optional<Visit.Outcome> outcome =
          visit.make(errand.link(), errand.person(), errand.seed(), now);
      outcome.ifPresent(
          done -> {
            story.count(done.deed(), 1);
            story.tell(now, errand.person().firstName(), done.sentence());
          });
    } catch (IOException e) {
      if (attempt < MOST_TRIES) {
        later(Duration.ofHours(12), () -> act(errand, attempt + 1));
      } else {
        story.tell(
            clock.now(), errand.person().firstName(), "gave up on a page: " + e.getMessage());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void later(Duration virtual, Runnable task) {
    double speed = Math.max(clock.speed(), 1);
    try {
      threads.schedule(task, Math.round(virtual.toMillis() / speed), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      story.tell(clock.now(), "The demo", "has ended");
    }
  }

  private static int seed(StoredMail mail) {
    return Math.floorMod(mail.messageId().hashCode(), 1_000);
  }
}
