package org.followthrough.evaluation.console;

import java.util.List;
import java.util.stream.Stream;
import org.followthrough.evaluation.outcome.AnswerRates;
import org.followthrough.evaluation.outcome.CourseOutcome;
import org.followthrough.evaluation.outcome.Funnel;
import org.followthrough.evaluation.outcome.MonthRates;
import org.followthrough.evaluation.outcome.Share;
import org.followthrough.evaluation.outcome.SideRatings;

/** Draws an outcome; a chart is null where there is nothing to draw yet. */
final class Charts {

  private static final int MOST_MONTHS = 12;

  private final Words words;
  private final ConsoleMessages messages;

  Charts(Words words) {
    this.words = words;
    this.messages = words.messages();
  }

  Bars funnel(Funnel funnel) {
    if (funnel.enrolled() == 0) {
      return null;
    }
    List<Bars.Row> rows =
        List.of(
            row(messages.completed(), funnel.completed()),
            row(messages.planned(), funnel.planned()),
            row(messages.talked(), funnel.talked()),
            row(messages.applied(), funnel.applied()));
    String enrolled = Long.toString(funnel.enrolled());
    var first = new Bars.Row(messages.enrolled(), enrolled, funnel.enrolled(), funnel.enrolled());
    return bars(messages.funnel(), Stream.concat(Stream.of(first), rows.stream()).toList());
  }

  Bars answers(AnswerRates rates) {
    List<Bars.Row> rows =
        Stream.of(
                percent(messages.boosters(), rates.boosters()),
                percent(messages.boostersRight(), rates.boostersRight()),
                percent(messages.learners3(), rates.learnersAtThreeMonths()),
                percent(messages.managers3(), rates.managersAtThreeMonths()),
                percent(messages.learners12(), rates.learnersAtTwelveMonths()),
                percent(messages.managers12(), rates.managersAtTwelveMonths()))
            .filter(row -> row.of() > 0)
            .toList();
    return rows.isEmpty() ? null : bars(messages.answers(), rows);
  }

  Ratings ratings(CourseOutcome outcome) {
    List<Ratings.Row> rows =
        Stream.of(
                rating(messages.learners3(), outcome.atThreeMonths().learners()),
                rating(messages.managers3(), outcome.atThreeMonths().managers()),
                rating(messages.learners12(), outcome.atTwelveMonths().learners()),
                rating(messages.managers12(), outcome.atTwelveMonths().managers()))
            .flatMap(List::stream)
            .toList();
    String description =
        String.join("; ", rows.stream().map(row -> row.label() + ": " + row.value()).toList());
    return rows.isEmpty() ? null : Ratings.of(messages.ratings(), description, rows);
  }

  Months months(List<MonthRates> months) {
    if (months.size() < 2) {
      return null;
    }
    List<MonthRates> latest =
        months.subList(Math.max(0, months.size() - MOST_MONTHS), months.size());
    return Months.of(
        messages.months(),
        String.join("; ", latest.stream().map(this::inWords).toList()),
        latest.stream().map(each -> row(words.month(each.month()), each)).toList());
  }

  private String inWords(MonthRates month) {
    return "%s: %s %s, %s %s"
        .formatted(
            words.month(month.month()),
            messages.planned(),
            words.share(month.planned()),
            messages.talked(),
            words.share(month.talked()));
  }

  private Bars bars(String title, List<Bars.Row> rows) {
    String description =
        String.join("; ", rows.stream().map(row -> row.label() + ": " + row.value()).toList());
    return Bars.of(title, description, rows);
  }

  private Bars.Row row(String label, Share share) {
    return new Bars.Row(label, words.share(share), share.count(), share.of());
  }

  /** Of different things asked, so each bar is on its own scale of a hundred. */
  private Bars.Row percent(String label, Share share) {
    Long filled = share.percent() == null ? null : Long.valueOf(share.percent());
    return new Bars.Row(label, words.shareOfAnswers(share), filled, share.of() == 0 ? 0 : 100);
  }

  private List<Ratings.Row> rating(String label, SideRatings side) {
    if (side.change() == null) {
      return List.of();
    }
    String value =
        messages.rating(
            words.mean(side.before()), words.mean(side.now()), words.signed(side.change()));
    return List.of(new Ratings.Row(label, value, side.before(), side.now()));
  }

  private static Months.Row row(String label, MonthRates month) {
    return new Months.Row(label, month.planned().percent(), month.talked().percent());
  }
}
