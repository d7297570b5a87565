package org.followthrough.enrollment.enrollment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What HR has said about one person and one course, and the enrollments that follow from it. Of
 * each kind only the latest fact per cohort counts, so the same facts in any order, any number of
 * times and in any portions lead to the same enrollments.
 */
public final class CourseHistory {

  private final Map<UUID, Attendance> attendances = new HashMap<>();

  public CourseHistory(Collection<Fact> facts) {
    facts.forEach(this::take);
  }

  /** Takes one more fact; an older one than what stands changes nothing. */
  public void take(Fact fact) {
    attendances.merge(
        fact.cohortId(),
        Attendance.none(fact.cohortId()).with(fact),
        (standing, added) -> standing.with(fact));
  }

  /** All that has to be kept. */
  public List<Fact> facts() {
    return attendances.values().stream().flatMap(Attendance::facts).toList();
  }

  /** The enrollments, one per cohort, earliest first; one without cohort where none is known. */
  public List<Standing> enrollments() {
    List<Attendance> cohorts = cohorts();
    if (cohorts.isEmpty()) {
      return attendances.values().stream().map(Attendance::standing).toList();
    }
    List<Attendance> result = new ArrayList<>(cohorts);
    cohortless().forEach(fact -> attach(fact, cohorts, result));
    return result.stream().map(Attendance::standing).toList();
  }

  private List<Attendance> cohorts() {
    return attendances.values().stream()
        .filter(attendance -> attendance.cohortId() != null)
        .sorted(Attendance.BY_START)
        .toList();
  }

  private Stream<Fact> cohortless() {
    return Stream.ofNullable(attendances.get(null)).flatMap(Attendance::facts);
  }

  private static void attach(Fact fact, List<Attendance> cohorts, List<Attendance> result) {
    int target = 0;
    for (int i = 1; i < cohorts.size(); i++) {
      if (!cohorts.get(i).startedAt().isAfter(fact.happenedAt())) {
        target = i;
      }
    }
    result.set(target, result.get(target).with(fact));
  }
}
