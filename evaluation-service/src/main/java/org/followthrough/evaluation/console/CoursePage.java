package org.followthrough.evaluation.console;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.followthrough.evaluation.outcome.CourseOutcome;
import org.followthrough.evaluation.outcome.MonthRates;
import org.followthrough.evaluation.outcome.OverdueTalks;
import org.followthrough.evaluation.outcome.Share;
import org.followthrough.evaluation.outcome.SideRatings;
import org.followthrough.evaluation.outcome.Spend;
import org.followthrough.evaluation.outcome.StageRatings;

/**
 * What the page of a course shows, in words.
 *
 * @param funnel null where there is nothing to draw yet; so with the other charts
 * @param amount null where the cost per place is not known
 */
record CoursePage(
    String title,
    String asOf,
    Bars funnel,
    long withdrawn,
    Waiting waiting,
    Bars answers,
    Ratings ratings,
    List<Side> sides,
    List<String> agreements,
    Share idle,
    String amount,
    Months months,
    List<MonthRow> monthRows,
    Quotes helped,
    Quotes hindered) {

  private static final int LISTED = 10;
  private static final int QUOTED = 5;

  /**
   * Managers who have not talked.
   *
   * @param managers how many of how many, null where no talk was to be expected yet
   * @param rest those of a long list who are folded away
   */
  record Waiting(
      String managers,
      List<WaitingRow> rows,
      List<WaitingRow> rest,
      long withoutManager,
      long onLeave) {}

  /** A manager of the list. */
  record WaitingRow(String name, String reports, String since) {}

  /** What people wrote: a few of it, and the rest folded away. */
  record Quotes(List<String> shown, List<String> rest) {
    static Quotes of(List<String> texts) {
      int shown = Math.min(QUOTED, texts.size());
      return new Quotes(texts.subList(0, shown), texts.subList(shown, texts.size()));
    }
  }

  /** One row of the table of ratings; before, now and change are null where too few answered. */
  record Side(String label, String answered, String before, String now, String change) {}

  /** One row of the table of months. */
  record MonthRow(String month, long completed, String planned, String talked) {}

  static CoursePage of(CourseOutcome outcome, Words words) {
    var charts = new Charts(words);
    Spend spend = outcome.spend();
    return new CoursePage(
        outcome.title(),
        words.day(LocalDate.ofInstant(outcome.asOf(), ZoneOffset.UTC)),
        charts.funnel(outcome.funnel()),
        outcome.funnel().withdrawn(),
        waiting(outcome, words),
        charts.answers(outcome.answers()),
        charts.ratings(outcome),
        sides(outcome, words),
        agreements(outcome, words),
        spend.withoutFollowup(),
        spend.amount() == null ? null : words.amount(spend.amount()),
        charts.months(outcome.months()),
        outcome.months().stream().map(each -> month(each, words)).toList(),
        Quotes.of(outcome.voices().helped()),
        Quotes.of(outcome.voices().hindered()));
  }

  private static Waiting waiting(CourseOutcome outcome, Words words) {
    List<WaitingRow> all =
        outcome.managersWaitedFor().stream().map(each -> row(each, words)).toList();
    int shown = Math.min(LISTED, all.size());
    Share managers = outcome.managersWaiting();
    return new Waiting(
        managers.of() == 0 ? null : words.messages().ofManagers(managers.count(), managers.of()),
        all.subList(0, shown),
        all.subList(shown, all.size()),
        outcome.talksWithoutManager(),
        outcome.talksOnLeave());
  }

  private static WaitingRow row(OverdueTalks talks, Words words) {
    return new WaitingRow(
        talks.name() == null ? words.messages().noName() : talks.name(),
        words.messages().ofTalks(talks.reports(), talks.expected()),
        words.day(talks.since()));
  }

  /** Empty until somebody has answered. */
  private static List<Side> sides(CourseOutcome outcome, Words words) {
    ConsoleMessages messages = words.messages();
    if (!outcome.atThreeMonths().isAnswered() && !outcome.atTwelveMonths().isAnswered()) {
      return List.of();
    }
    return List.of(
        side(messages.learners3(), outcome.atThreeMonths().learners(), words),
        side(messages.managers3(), outcome.atThreeMonths().managers(), words),
        side(messages.learners12(), outcome.atTwelveMonths().learners(), words),
        side(messages.managers12(), outcome.atTwelveMonths().managers(), words));
  }

  private static Side side(String label, SideRatings side, Words words) {
    String answered = words.messages().answered(side.answered(), side.withBaseline());
    return side.change() == null
        ? new Side(label, answered, null, null, null)
        : new Side(
            label,
            answered,
            words.mean(side.before()),
            words.mean(side.now()),
            words.signed(side.change()));
  }

  private static List<String> agreements(CourseOutcome outcome, Words words) {
    return List.of(outcome.atThreeMonths(), outcome.atTwelveMonths()).stream()
        .filter(stage -> stage.learnersAbove() != null)
        .map(stage -> agreement(stage, words))
        .toList();
  }

  private static String agreement(StageRatings stage, Words words) {
    return words
        .messages()
        .agreement(words.share(stage.agreeing()), words.signed(stage.learnersAbove()));
  }

  private static MonthRow month(MonthRates month, Words words) {
    return new MonthRow(
        words.month(month.month()),
        month.completed(),
        words.share(month.planned()),
        words.share(month.talked()));
  }
}
