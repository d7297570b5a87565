package org.followthrough.evaluation.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.evaluation.outcome.CourseSummary;

/**
 * What the overview shows, in words: one page of the courses that were looked for.
 *
 * @param query what they were looked for by, empty for all
 * @param found how many there are of these
 * @param total how many courses there are at all
 * @param previous the address of the page before, null where this is the first; next likewise
 */
record OverviewPage(
    List<Row> courses, String query, int found, int total, String previous, String next) {

  static final int LONGEST = 50;
  private static final int SEARCHED = 15;

  /** One course. */
  record Row(
      UUID id, String title, long enrolled, String completed, String planned, String talked) {}

  /**
   * @param query part of a title or of the HR system's id
   * @param number of the page, from 1; the nearest there is counts
   */
  static OverviewPage of(List<CourseSummary> all, String query, int number, Words words) {
    List<CourseSummary> found = all.stream().filter(each -> matches(each, query)).toList();
    int last = Math.max(1, (found.size() + LONGEST - 1) / LONGEST);
    int page = Math.min(Math.max(1, number), last);
    return new OverviewPage(
        found.stream()
            .skip((page - 1L) * LONGEST)
            .limit(LONGEST)
            .map(each -> row(each, words))
            .toList(),
        query,
        found.size(),
        all.size(),
        page == 1 ? null : address(query, page - 1),
        page == last ? null : address(query, page + 1));
  }

  /** Few courses are found by looking at them. */
  public boolean isSearchable() {
    return total > SEARCHED || !query.isEmpty();
  }

  private static boolean matches(CourseSummary course, String query) {
    String part = query.toLowerCase(Locale.ROOT);
    return course.title().toLowerCase(Locale.ROOT).contains(part)
        || course.courseId().toLowerCase(Locale.ROOT).contains(part);
  }

  private static Row row(CourseSummary course, Words words) {
    return new Row(
        course.id(),
        course.title(),
        course.enrolled(),
        words.share(course.completed()),
        words.share(course.planned()),
        words.share(course.talked()));
  }

  private static String address(String query, int number) {
    return "/console?q=" + URLEncoder.encode(query, UTF_8) + "&page=" + number;
  }
}
