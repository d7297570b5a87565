package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One learner and one manager, from the HR system's first word to the console, by their mails. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class JourneyIT {

  private static final Instant START = Instant.parse("2027-01-04T05:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant COMPLETED = Instant.parse("2027-01-19T13:00:00Z");
  private static final String LEARNER = "E-1";
  private static final String MANAGER = "M-1";
  private static final String COURSE = "plain-talk";

  private Chromium chromium;
  private Platform platform;
  private Organization acme;

  @BeforeAll
  void start() throws Exception {
    chromium = Chromium.open();
    platform = Platform.start("journey", START);
    acme = platform.organization();
  }

  @AfterAll
  void stop() {
    if (platform != null) {
      platform.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  @Test
  void journeyShouldLeadFromEnrollmentToTheConsole() {
    enroll();
    beforeTheCourse();
    planAfterTheCourse();
    talkAfterTheCourse();
    answerAQuestion();
    checkIn();
    evaluateAfterThreeMonths();
    lookAtTheConsole();
  }

  private void enroll() {
    acme.commission(COURSE, Questions.course("Plain talk"));
    acme.ask(COURSE, "q1", Questions.question("Someone interrupts a colleague. What do you do?"));
    acme.ask(COURSE, "q2", Questions.question("A report is late again. What do you do?"));
    acme.tell(
        HrFact.person(MANAGER, "max@acme.example", BERLIN.getId(), null),
        HrFact.person(LEARNER, "lea@acme.example", BERLIN.getId(), MANAGER),
        HrFact.cohort(COURSE, "2027-1", LocalDate.of(2027, 1, 18), LocalDate.of(2027, 1, 19)),
        HrFact.enrolled(LEARNER, COURSE, "2027-1"));
    assertThat(funnel().getInteger("enrolled")).isEqualTo(1);
    acme.awaitTouch(LEARNER, "pre-course-questions", 0);
    acme.awaitTouch(MANAGER, "pre-course-talk", 0);
  }

  private void beforeTheCourse() {
    Mail asked = comes(LEARNER, "pre-course-questions", 0, LocalDate.of(2027, 1, 11));
    Mail talk = comes(MANAGER, "pre-course-talk", 0, LocalDate.of(2027, 1, 11));
    awaitPage(asked.link("/plan/"));
    awaitPage(talk.link("/talk/"));
    try (Visit visit = visit()) {
      visit.open("/inbox/" + asked.number()).picture("01-inbox-mail");
      see(visit, asked, "02-mail-expectations");
      visit
          .open(asked.link("/plan/"))
          .picture("03-expectations")
          .fill("whyAttending", "My feedback comes too late.")
          .fill("whereUsed", "In the weekly review")
          .choose("baseline", "4")
          .send()
          .picture("04-expectations-saved");
      see(visit, talk, "05-mail-talk-before");
      visit
          .open(talk.link("/talk/"))
          .picture("06-talk-before")
          .fill("heldOn", "2027-01-11")
          .choose("baseline", "3")
          .fill("outcome", "One situation to watch for.")
          .send()
          .picture("07-talk-before-saved");
    }
    assertThat(talk.view().calendar()).contains("BEGIN:VCALENDAR");
  }

  private void planAfterTheCourse() {
    platform.jumpTo(COMPLETED.plusSeconds(60));
    acme.tell(HrFact.completed(LEARNER, COURSE, "2027-1", COMPLETED));
    Mail mail = comes(LEARNER, "plan-invitation", 0, LocalDate.of(2027, 1, 19));
    try (Visit visit = visit()) {
      see(visit, mail, "08-mail-plan");
      visit
          .open(mail.link("/plan/"))
          .picture("09-plan")
          .fill("learnt", "Say what I saw before I judge.")
          .fill("whereUsed", "In the weekly review")
          .fill("goal", "Feedback within a day")
          .fill("situation1", "When a report is late")
          .fill("action1", "I say so the same day, in two sentences")
          .fill("firstStep1", "Write down two sentences")
          .fill("firstStepOn1", "2027-01-22")
          .fill("dueOn1", "2027-03-19")
          .send()
          .picture("10-plan-saved");
    }
    Platform.await("planned").untilAsserted(() -> assertThat(count("planned")).isEqualTo(1));
  }

  private void talkAfterTheCourse() {
    Mail mail = comes(MANAGER, "post-course-talk", 0, LocalDate.of(2027, 1, 21));
    try (Visit visit = visit()) {
      see(visit, mail, "11-mail-talk-after");
      visit
          .open(mail.link("/talk/"))
          .picture("12-talk-after")
          .fill("heldOn", "2027-01-21")
          .fill("outcome", "We look at it together in March.")
          .choose("planAgreed", "yes")
          .send()
          .picture("13-talk-after-saved");
    }
    Platform.await("talked").untilAsserted(() -> assertThat(count("talked")).isEqualTo(1));
  }

  private void answerAQuestion() {
    Touch booster = acme.awaitTouch(LEARNER, "booster", 1);
    Mail mail = comes(LEARNER, "booster", 1, booster.localDate());
    lookAtEveryLinkAsAMachine(mail);
    try (Visit visit = visit()) {
      see(visit, mail, "14-mail-question");
      visit.open(answer(mail)).picture("15-question-opened");
      visit.open(answer(mail));
      assertThat(visit.page().locator("form#count").isVisible()).as("still to be counted").isTrue();
      visit.page().locator("h1").tap();
      visit.page().locator("#counted").waitFor();
      visit.picture("16-question-answered");
      visit.open(answer(mail));
      assertThat(visit.page().locator("form#count").count()).as("counted for good").isZero();
    }
    Platform.await("the next question, or the end")
        .until(
            () ->
                acme.touches(LEARNER).stream()
                    .anyMatch(touch -> touch.is("booster", 2) && touch.isOpen()));
  }

  /**
   * Mail gateways fetch what is linked; that is nobody's answer. All but the hidden link: whoever
   * follows that is taken for a machine for a while, and so would be the person who comes next.
   */
  private void lookAtEveryLinkAsAMachine(Mail mail) {
    var machine = new Api(platform.url(), "");
    for (String link : mail.visibleLinks()) {
      if (link.startsWith(platform.url())) {
        assertThat(machine.head(link).status()).as(link).isEqualTo(200);
        assertThat(machine.get(link).status()).as(link).isEqualTo(200);
      }
    }
  }

  private static String answer(Mail mail) {
    return org.jsoup.Jsoup.parse(mail.view().html()).select("a[href*=/q/]").stream()
        .filter(link -> link.text().contains("within a day"))
        .map(link -> link.attr("href"))
        .findFirst()
        .orElseThrow(() -> new AssertionError("the right answer has no link: " + mail.links()));
  }

  private void checkIn() {
    Mail mail = comes(LEARNER, "plan-check-in", 0, LocalDate.of(2027, 1, 26));
    try (Visit visit = visit()) {
      see(visit, mail, "17-mail-check-in");
      visit
          .open(mail.link("/plan/"))
          .picture("18-check-in")
          .chooseFirst("status_", "applied")
          .send()
          .picture("19-check-in-saved");
    }
  }

  private void evaluateAfterThreeMonths() {
    Mail toLearner = comes(LEARNER, "evaluation-3m-learner", 0, LocalDate.of(2027, 4, 19));
    Mail toManager = comes(MANAGER, "evaluation-3m-manager", 0, LocalDate.of(2027, 4, 19));
    try (Visit visit = visit()) {
      see(visit, toLearner, "20-mail-evaluation");
      evaluate(visit, toLearner, "21-evaluation-learner", "7");
      see(visit, toManager, "22-mail-evaluation-manager");
      evaluate(visit, toManager, "23-evaluation-manager", "6");
    }
  }

  private static void evaluate(Visit visit, Mail mail, String name, String rating) {
    visit
        .open(mail.link("/eval/"))
        .picture(name)
        .choose("rating", rating)
        .choose("applied", "regularly")
        .fill("example", "The late report of March.")
        .send()
        .picture(name + "-saved");
  }

  private void lookAtTheConsole() {
    Platform.await("both forms folded")
        .untilAsserted(
            () -> assertThat(outcome().getJsonObject("funnel").toString()).contains("applied"));
    JsonObject funnel = funnel();
    assertThat(funnel.getInteger("enrolled")).isEqualTo(1);
    for (String step : java.util.List.of("completed", "planned", "talked")) {
      assertThat(count(step)).as(step).isEqualTo(1);
    }
    assertThat(funnel.getJsonObject("applied").getValue("count"))
        .as("one person's own answer is nobody else's business")
        .isNull();
    try (Visit visit = visit()) {
      visit.page().navigate(platform.url() + "/");
      visit.picture("24-start");
      visit.follow("a[href^='/console/enter/']").picture("25-console");
      visit.follow("main a[href^='/console/courses/']");
      assertThat(visit.text()).contains("Plain talk");
      visit.picture("26-console-course");
      visit.open("/inbox").picture("27-inbox");
    }
  }

  /**
   * Lets time pass until the touch is due at nine, and returns its mail, which is as it should be.
   */
  private Mail comes(String person, String step, int occurrence, LocalDate day) {
    Touch touch = acme.awaitTouch(person, step, occurrence);
    assertThat(touch.localDate()).as(step).isEqualTo(day);
    Instant nine = day.atTime(LocalTime.of(9, 0)).atZone(BERLIN).toInstant();
    if (touch.isOpen()) {
      platform.jumpTo(nine.isAfter(touch.dueAt()) ? nine : touch.dueAt());
    }
    Mail mail = acme.awaitMail(person, step, occurrence);
    assertHeaders(mail, nine);
    return mail;
  }

  /** What a page has to know comes by another way than what its mail has to know. */
  private void awaitPage(String link) {
    var machine = new Api(platform.url(), "");
    Platform.await("all that the page at " + link + " has to know")
        .until(() -> machine.get(link).header("Retry-After").isEmpty());
  }

  private void assertHeaders(Mail mail, Instant earliest) {
    assertThat(mail.touchIds()).isNotEmpty();
    assertThat(mail.view().header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.view().header("List-Unsubscribe"))
        .matches("<" + platform.url() + "/unsubscribe/[^>]+>.*");
    assertThat(mail.view().header("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
    assertThat(mail.view().messageId()).matches("<?[^@\\s]+@[^@\\s]+>?");
    assertThat(mail.view().date().orElseThrow())
        .isBetween(earliest.minusSeconds(1), platform.now().plus(Duration.ofSeconds(2)));
    assertThat(mail.view().text()).isNotBlank();
    assertThat(mail.view().html()).isNotBlank();
    assertThat(mail.view().subject()).isNotBlank();
  }

  private void see(Visit visit, Mail mail, String name) {
    visit.page().navigate(platform.url() + "/inbox/" + mail.number() + "/html");
    visit.picture(name);
  }

  private Visit visit() {
    return new Visit(chromium.person(), platform.url());
  }

  private JsonObject outcome() {
    return Platform.await("outcome of " + COURSE)
        .until(
            () -> acme.api().get("/v1/outcomes/courses/" + COURSE),
            answer -> answer.status() == 200)
        .json();
  }

  private JsonObject funnel() {
    return Platform.await("enrollment folded")
        .until(() -> outcome().getJsonObject("funnel"), it -> it.getInteger("enrolled") == 1);
  }

  private Integer count(String step) {
    return funnel().getJsonObject(step).getInteger("count");
  }
}
