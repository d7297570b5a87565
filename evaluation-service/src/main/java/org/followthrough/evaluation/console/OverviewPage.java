package org.followthrough.evaluation.console;

import java.util.List;
import java.util.UUID;
import org.followthrough.evaluation.outcome.CourseSummary;

/** What the overview shows, in words. */
record OverviewPage(List<Row> courses) {

  /** One course. */
  record Row(
      UUID id, String title, long enrolled, String completed, String planned, String talked) {}

  static OverviewPage of(List<CourseSummary> courses, Words words) {
    return new OverviewPage(
        courses.stream()
            .map(
                each ->
                    new Row(
                        each.id(),
                        each.title(),
                        each.enrolled(),
                        words.share(each.completed()),
                        words.share(each.planned()),
                        words.share(each.talked())))
            .toList());
  }
}
