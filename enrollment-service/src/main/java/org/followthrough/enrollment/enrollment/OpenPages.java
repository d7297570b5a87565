package org.followthrough.enrollment.enrollment;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;
import org.followthrough.enrollment.cohort.CohortDates;

/** The stored histories and enrollments that a batch may change, locked for it. */
public record OpenPages(List<StoredHistory> histories, List<EnrollmentSnapshot> enrollments) {

  Entries enter(
      Map<Group, List<Fact>> facts,
      Map<UUID, CohortDates> dates,
      Supplier<UUID> newId,
      Instant now) {
    List<StoredHistory> taken = take(facts);
    Map<Group, List<EnrollmentSnapshot>> stored =
        enrollments.stream().collect(groupingBy(EnrollmentSnapshot::group));
    List<EnrollmentChange> changes = new ArrayList<>();
    for (StoredHistory page : taken) {
      List<EnrollmentSnapshot> before = stored.getOrDefault(page.group(), List.of());
      changes.addAll(
          new Reconciliation(page.group(), dates, newId, now)
              .changes(page.history().enrollments(), before));
    }
    changes.addAll(rescheduled(facts, dates));
    return new Entries(taken, changes);
  }

  // Sorted, so that two transactions that add the same histories cannot deadlock.
  private List<StoredHistory> take(Map<Group, List<Fact>> facts) {
    Map<Group, StoredHistory> known = new HashMap<>();
    histories.forEach(page -> known.put(page.group(), page));
    return new TreeMap<>(facts)
        .entrySet().stream()
            .map(entry -> taken(known.get(entry.getKey()), entry.getKey(), entry.getValue()))
            .toList();
  }

  private static StoredHistory taken(StoredHistory stored, Group group, List<Fact> facts) {
    StoredHistory page =
        stored != null ? stored : new StoredHistory(group, new CourseHistory(List.of()), 0);
    facts.forEach(page.history()::take);
    return page;
  }

  private List<EnrollmentChange> rescheduled(
      Map<Group, List<Fact>> facts, Map<UUID, CohortDates> dates) {
    return enrollments.stream()
        .filter(snapshot -> !facts.containsKey(snapshot.group()))
        .filter(snapshot -> dates.containsKey(snapshot.cohortId()))
        .flatMap(
            snapshot ->
                EnrollmentChange.between(
                    snapshot, snapshot.rescheduled(dates.get(snapshot.cohortId())))
                    .stream())
        .toList();
  }
}
