package org.followthrough.evaluation.console;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.followthrough.evaluation.outcome.CourseOutcome;
import org.followthrough.evaluation.outcome.MonthRates;
import org.followthrough.evaluation.outcome.Share;
import org.followthrough.evaluation.outcome.SideRatings;
import org.followthrough.evaluation.outcome.Spend;
import org.followthrough.evaluation.outcome.StageRatings;
import org.followthrough.evaluation.outcome.Voices;

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
    List<WaitingRow> waiting,
    long withoutManager,
    Bars answers,
    Ratings ratings,
    List<Side> sides,
    List<String> agreements,
    Share idle,
    String amount,
    Months months,
    List<MonthRow> monthRows,
    Voices voices) {

  /** A manager of the list. */
  record WaitingRow(String name, long reports, String since) {}

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
        outcome.talksWithoutManager(),
        charts.answers(outcome.answers()),
        charts.ratings(outcome),
        sides(outcome, words),
        agreements(outcome, words),
        spend.withoutFollowup(),
        spend.amount() == null ? null : words.amount(spend.amount()),
        charts.months(outcome.months()),
        outcome.months().stream().map(each -> month(each, words)).toList(),
        outcome.voices());
  }

  private static List<WaitingRow> waiting(CourseOutcome outcome, Words words) {
    return outcome.managersWaitedFor().stream()
        .map(
            each ->
                new WaitingRow(
                    each.name() == null ? words.messages().noName() : each.name(),
                    each.reports(),
                    words.day(each.since())))
        .toList();
  }

  private static List<Side> sides(CourseOutcome outcome, Words words) {
    ConsoleMessages messages = words.messages();
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
