package org.followthrough.actionplan.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanPolicyTest {

  private static final LocalDate TODAY = LocalDate.parse("2027-01-19");
  private static final ActionDraft GOOD =
      new ActionDraft(
          null,
          "When a customer raises their voice",
          "I name the issue in one sentence",
          "Write my sentence on a card",
          TODAY.plusDays(1),
          TODAY.plusDays(60),
          null,
          null);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // situation | action | first step
        "When a customer raises their voice | I name the issue in one sentence | Write my sentence on a card",
        "Every Monday at 9 when I open my mail | I list the three talks I avoid | Block 15 minutes on Monday",
        "After lunch on Tuesdays | I walk to one colleague and ask for feedback | Ask Tom today",
        "when the project meeting starts | I read out the agreed next steps | Put the list into the invitation",
        "before I send a quote | I call the customer once | Put the number next to my screen",
        "In the morning, coffee in hand | I write down the one thing for today | Buy a notebook",
        "When Ana brings me a problem | I ask what she has tried | Print my three questions",
        "At 16:00 | I close my mail for an hour | Set an alarm",
        "The phone rings while I write a report | I let it ring once and breathe | Put a sticker on the phone",
        "After work on Fridays | I note what worked in the talks | Put a reminder in my calendar",
        "When a colleague finishes a demo | I listen and ask one question | Write down two questions",
        "every Thursday in our stand-up | I say what went wrong last week | Tell the team about it",
        "if I notice that I interrupt somebody | I stop and say please go on | Tell Mia about my plan",
        "When I get a complaint by mail | I phone back within a day | Look up the five open complaints",
        "Wenn ein Kunde laut wird | benenne ich das Problem in einem Satz | Meinen Satz auf eine Karte schreiben",
        "Jeden Montag um 9 nach dem Hochfahren | schreibe ich die drei schwierigsten Gespräche auf | Montag 15 Minuten blocken",
        "Wenn die Teambesprechung beginnt | lese ich die offenen Punkte vor | Liste in die Einladung kopieren",
        "Bevor ich ein Angebot verschicke | rufe ich den Kunden einmal an | Nummer neben den Bildschirm kleben",
        "Nach dem Mittagessen | gehe ich eine Runde mit einer Kollegin | Anna fragen",
        "Wenn Jonas mit einem Problem kommt | frage ich, was er schon versucht hat | Drei Fragen ausdrucken",
        "Um 16 Uhr | schließe ich mein Postfach für eine Stunde | Wecker stellen",
        "お客様が声を荒げたら | 問題を一言で言います | 一言をカードに書きます",
        "Sobald ich jemanden unterbreche | halte ich inne und bitte ihn weiterzureden | Mia davon erzählen",
      })
  void policyShouldTakePlansThatSayWhenAndWhat(String situation, String action, String firstStep) {
    assertThat(review(with(situation, action, firstStep))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "every day",
        "Always",
        "at work",
        "when I have time",
        "whenever possible",
        "regularly",
        "in the future",
        "from now on",
        "when I get the chance",
        "Every week, if needed",
        "when appropriate",
        "jeden Tag",
        "Immer",
        "bei der Arbeit",
        "wenn ich Zeit habe",
        "regelmäßig",
        "in Zukunft",
        "ab sofort",
        "bei Bedarf",
        "im Arbeitsalltag",
        "so oft wie möglich",
        "Wenn es passt",
        "wenn sich die Gelegenheit ergibt",
        "!!!"
      })
  void policyShouldNameSituationsThatNobodyNotices(String situation) {
    assertThat(review(with(situation, GOOD.action(), GOOD.firstStep())))
        .extracting(PlanFinding::field, PlanFinding::fault)
        .containsExactly(tuple("situation1", PlanFault.SITUATION_VAGUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Meetings", "Teambesprechung", "stress"})
  void policyShouldAskForMoreThanOneWord(String situation) {
    assertThat(review(with(situation, GOOD.action(), GOOD.firstStep())))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.SITUATION_SHORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "be better",
        "I will try harder",
        "listen more",
        "Communicate better",
        "do my best",
        "be more confident",
        "pay attention",
        "I apply everything I learned",
        "think about it",
        "improve my communication skills",
        "besser zuhören",
        "ich werde mich bemühen",
        "mehr kommunizieren",
        "das Gelernte anwenden",
        "aufmerksamer sein",
        "professioneller werden",
        "daran denken",
        "Ich versuche es"
      })
  void policyShouldNameDeedsThatAreWishes(String action) {
    assertThat(review(with(GOOD.situation(), action, GOOD.firstStep())))
        .extracting(PlanFinding::field, PlanFinding::fault)
        .containsExactly(tuple("action1", PlanFault.DEED_VAGUE));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"start", "Just start it", "begin", "anfangen", "Ich fange an", "loslegen"})
  void policyShouldNameFirstStepsThatOnlyStart(String step) {
    assertThat(review(with(GOOD.situation(), GOOD.action(), step)))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.FIRST_STEP_VAGUE);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "2027-01-19, 2027-01-19, -",
        "2027-02-02, 2028-01-19, -",
        "-, 2027-03-01, FIRST_STEP_DAY_MISSING",
        "2027-01-18, 2027-03-01, FIRST_STEP_PAST",
        "2027-02-03, 2027-03-01, FIRST_STEP_LATE",
        "2027-01-20, -, DUE_MISSING",
        "2027-01-25, 2027-01-24, DUE_BEFORE_START",
        "2027-01-20, 2028-01-20, DUE_FAR",
      })
  void policyShouldHoldDaysToTheirLimits(LocalDate firstStepOn, LocalDate dueOn, PlanFault fault) {
    assertThat(review(with(firstStepOn, dueOn)))
        .extracting(PlanFinding::fault)
        .isEqualTo(fault == null ? List.of() : List.of(fault));
  }

  @Test
  void policyShouldNameEveryMissingPartOnce() {
    var nothing = new ActionDraft(null, " ", "\t", null, null, null, null, null);

    assertThat(PlanPolicy.review(new PlanDraft("", List.of(nothing)), TODAY, Optional.empty()))
        .extracting(PlanFinding::pointer)
        .containsExactly(
            "/goal",
            "/actions/0/situation",
            "/actions/0/action",
            "/actions/0/firstStep",
            "/actions/0/firstStepOn",
            "/actions/0/dueOn");
    assertThat(PlanPolicy.review(new PlanDraft("Be better", List.of()), TODAY, Optional.empty()))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.GOAL_VAGUE, PlanFault.ACTIONS_MISSING);
  }

  @Test
  void policyShouldAskForAnEnablerWhereThereIsABarrier() {
    assertThat(review(barrier("Time pressure", " ")))
        .extracting(PlanFinding::pointer, PlanFinding::fault)
        .containsExactly(tuple("/actions/0/enabler", PlanFault.ENABLER_MISSING));
    assertThat(review(barrier("Time pressure", "Five minutes in the car before"))).isEmpty();
    assertThat(review(barrier(null, "Five minutes in the car before"))).isEmpty();
  }

  @Test
  void policyShouldRefuseWhatCannotBeKept() {
    assertThat(review(with("When a \u0000 comes", GOOD.action(), GOOD.firstStep())))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.UNREADABLE);
    assertThat(review(with("When \u202Eevil comes", GOOD.action(), GOOD.firstStep())))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.UNREADABLE);
    assertThat(review(with("when " + "x".repeat(496), GOOD.action(), GOOD.firstStep())))
        .extracting(finding -> finding.sentence("en"))
        .containsExactly("Please shorten this to 500 characters.");
    assertThat(review(with("when " + "x".repeat(495), GOOD.action(), GOOD.firstStep()))).isEmpty();
  }

  @Test
  void policyShouldTakeUpToFiveActionsAndEachOnce() {
    assertThat(review(different(5))).isEmpty();
    assertThat(review(different(6)))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.ACTIONS_TOO_MANY);
    assertThat(review(Collections.nCopies(100_000, GOOD)))
        .extracting(PlanFinding::fault)
        .contains(PlanFault.ACTIONS_TOO_MANY, PlanFault.ACTION_TWICE)
        .hasSize(5);
  }

  @Test
  void policyShouldLetDaysStandThatAlreadyStood() {
    Plan standing = plan(GOOD);
    LocalDate later = TODAY.plusDays(90);
    UUID id = standing.actions().get(0).actionId();
    var draft = new PlanDraft("Visits end well", List.of(GOOD, named(id)));

    assertThat(
            PlanPolicy.review(new PlanDraft("Calm", List.of(GOOD)), later, Optional.of(standing)))
        .isEmpty();
    assertThat(PlanPolicy.review(draft, TODAY, Optional.of(standing))).isEmpty();
    assertThat(PlanPolicy.review(draft, TODAY, Optional.empty()))
        .extracting(PlanFinding::fault)
        .containsExactly(PlanFault.ACTION_UNKNOWN);
  }

  @Test
  void policyShouldSayItInBothLanguages() {
    PlanFinding finding = review(with("every day", GOOD.action(), GOOD.firstStep())).get(0);

    assertThat(finding.sentence("en"))
        .isEqualTo("Say when: “every day” is no situation you will notice.");
    assertThat(finding.sentence("de"))
        .isEqualTo("Sagen Sie, wann: „every day“ ist keine Situation, die Ihnen auffällt.");
  }

  @Test
  void dayInASentenceShouldBeInTheReadersWords() {
    PlanFinding finding = review(with(TODAY.plusDays(15), TODAY.plusDays(60))).get(0);

    assertThat(finding.sentence("en")).contains("by Tuesday, 2 February 2027;");
    assertThat(finding.sentence("de")).contains("bis Dienstag, 2. Februar 2027;");
  }

  @ParameterizedTest
  @EnumSource(PlanFault.class)
  void policyShouldHaveOneSentencePerFaultWhateverIsQuoted(PlanFault fault) {
    for (String lang : List.of("en", "de")) {
      assertThat(fault.sentence(lang, "100 % %s %n")).isNotBlank().doesNotContain("null");
    }
    assertThat(fault.sentence("en", "x")).isNotEqualTo(fault.sentence("de", "x"));
  }

  private static List<PlanFinding> review(ActionDraft draft) {
    return review(List.of(draft));
  }

  private static List<PlanFinding> review(List<ActionDraft> drafts) {
    return PlanPolicy.review(
        new PlanDraft("Visits end with an agreed next step", drafts), TODAY, Optional.empty());
  }

  private static List<ActionDraft> different(int number) {
    return Stream.iterate(1, n -> n + 1)
        .limit(number)
        .map(n -> with("When customer " + n + " calls", GOOD.action(), GOOD.firstStep()))
        .toList();
  }

  private static Plan plan(ActionDraft draft) {
    return Plan.commit(new PlanDraft("Calm", List.of(draft)), UUID::randomUUID, Instant.EPOCH);
  }

  private static ActionDraft named(UUID id) {
    return new ActionDraft(
        id,
        "When another customer calls",
        GOOD.action(),
        GOOD.firstStep(),
        GOOD.firstStepOn(),
        GOOD.dueOn(),
        null,
        null);
  }

  private static ActionDraft with(String situation, String action, String firstStep) {
    return new ActionDraft(
        null, situation, action, firstStep, GOOD.firstStepOn(), GOOD.dueOn(), null, null);
  }

  private static ActionDraft with(LocalDate firstStepOn, LocalDate dueOn) {
    return new ActionDraft(
        null, GOOD.situation(), GOOD.action(), GOOD.firstStep(), firstStepOn, dueOn, null, null);
  }

  private static ActionDraft barrier(String barrier, String enabler) {
    return new ActionDraft(
        null,
        GOOD.situation(),
        GOOD.action(),
        GOOD.firstStep(),
        GOOD.firstStepOn(),
        GOOD.dueOn(),
        barrier,
        enabler);
  }
}
