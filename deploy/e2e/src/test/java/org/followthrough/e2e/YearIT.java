package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A year in which nobody answers: the dry run tells every mail of it before. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class YearIT {

  private static final Instant START = Instant.parse("2027-02-01T06:00:00Z");
  private static final Instant COMPLETED = Instant.parse("2027-03-03T16:00:00Z");
  private static final Instant END = Instant.parse("2028-05-01T12:00:00Z");
  private static final LocalDate STARTS_ON = LocalDate.of(2027, 3, 1);
  private static final LocalDate ENDS_ON = LocalDate.of(2027, 3, 3);
  private static final List<String> PEOPLE = List.of("E-1", "M-1");

  private Platform platform;

  @BeforeAll
  void start() throws Exception {
    platform = Platform.start("year", START);
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
  }

  @Test
  void yearShouldBringExactlyTheMailsOfTheDryRun() {
    Organization acme = platform.organization();
    acme.commission("c", Questions.course("Plain talk"));
    acme.ask("c", "q1", Questions.question("Someone interrupts a colleague. What do you do?"));
    acme.tell(
        HrFact.person("M-1", "max@acme.example", "America/New_York", null),
        HrFact.person("E-1", "lea@acme.example", "Europe/Berlin", "M-1"),
        HrFact.cohort("c", "k", STARTS_ON, ENDS_ON),
        HrFact.enrolled("E-1", "c", "k"));
    acme.awaitTouch("E-1", "pre-course-questions", 0);
    acme.awaitTouch("M-1", "pre-course-talk", 0);
    var timeline = new Timeline(platform, List.of(acme), PEOPLE);

    timeline.runTo(COMPLETED);
    acme.tell(HrFact.completed("E-1", "c", "k", COMPLETED));
    // Questions come by another way, perhaps sooner.
    acme.awaitTouch("E-1", "plan-invitation", 0);
    int boosters = runThroughBoosters(acme, timeline);
    timeline.runTo(END);

    List<String> sent = timeline.sent(acme);
    assertThat(sent).filteredOn(line -> line.contains(" booster/")).hasSize(boosters);
    assertThat(sent).containsExactlyElementsOf(dryRun(acme));
    assertEveryTouchHasItsOneMail(acme, sent.size());
  }

  /** Each question stays unanswered; twelve days after it the next one is due, up to day 90. */
  private static int runThroughBoosters(Organization organization, Timeline timeline) {
    LocalDate lastDay = COMPLETED.atZone(ZoneOffset.UTC).toLocalDate().plusDays(90);
    int sequence = 0;
    LocalDate nextOn;
    do {
      sequence++;
      Touch booster = organization.awaitTouch("E-1", "booster", sequence);
      // Seven days to answer, until that day is over everywhere on earth.
      LocalDate overOn = booster.localDate().plusDays(8);
      nextOn = booster.localDate().plusDays(12);
      timeline.runTo(overOn.atStartOfDay().toInstant(ZoneOffset.ofHours(-12)).plusSeconds(60));
    } while (!nextOn.isAfter(lastDay));
    return sequence;
  }

  private static List<String> dryRun(Organization organization) {
    JsonArray boosters = new JsonArray();
    organization.touches("E-1").stream()
        .filter(touch -> touch.step().equals("booster"))
        .forEach(touch -> boosters.add(touch.localDate().toString()));
    JsonObject request =
        new JsonObject()
            .put("timeZone", "Europe/Berlin")
            .put("managerTimeZone", "America/New_York")
            .put("startsOn", STARTS_ON.toString())
            .put("endsOn", ENDS_ON.toString())
            .put("enrolledAt", START.toString())
            .put("completedAt", COMPLETED.toString())
            .put("boosters", boosters);
    JsonObject preview =
        organization.api().post("/v1/cadences/standard/preview", request).expect(200).json();
    return preview.getJsonArray("items").stream()
        .map(JsonObject.class::cast)
        .filter(item -> item.getString("state").equals("planned"))
        .map(YearIT::line)
        .sorted()
        .toList();
  }

  private static String line(JsonObject item) {
    String recipient = item.getString("audience").equals("manager") ? "M-1" : "E-1";
    return recipient
        + " "
        + item.getString("step")
        + "/"
        + item.getInteger("occurrence")
        + " "
        + item.getString("localTime").substring(0, 10)
        + " about E-1";
  }

  private void assertEveryTouchHasItsOneMail(Organization organization, int touches) {
    List<String> mailed = platform.mails().stream().flatMap(m -> m.touchIds().stream()).toList();
    assertThat(mailed).doesNotHaveDuplicates().hasSize(touches);
    List<String> sent =
        PEOPLE.stream()
            .flatMap(person -> organization.touches(person).stream())
            .filter(Touch::isSent)
            .map(Touch::touchId)
            .toList();
    assertThat(new TreeSet<>(mailed)).isEqualTo(new TreeSet<>(sent));
    assertThat(Stream.of("lea@acme.example", "max@acme.example"))
        .allSatisfy(to -> assertThat(platform.mails()).anyMatch(mail -> mail.to().equals(to)));
  }
}
