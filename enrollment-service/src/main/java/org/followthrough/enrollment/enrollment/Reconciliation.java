package org.followthrough.enrollment.enrollment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.followthrough.enrollment.cohort.CohortDates;

/**
 * Brings the stored enrollments of one person and one course to what their history says. An id that
 * was given out stays: an enrollment without cohort adopts the cohort that becomes known, and one
 * that is left over is withdrawn.
 */
final class Reconciliation {

  private final Group group;
  private final Map<UUID, CohortDates> dates;
  private final Supplier<UUID> newId;
  private final Instant now;

  /**
   * Describes what is known beside the history.
   *
   * @param dates by cohort; where a cohort is missing, a stored enrollment keeps its dates
   * @param now when a left-over enrollment counts as withdrawn
   */
  Reconciliation(Group group, Map<UUID, CohortDates> dates, Supplier<UUID> newId, Instant now) {
    this.group = group;
    this.dates = dates;
    this.newId = newId;
    this.now = now;
  }

  /** The changes that are needed; enrollments that already stand as they should are not named. */
  List<EnrollmentChange> changes(List<Standing> wanted, List<EnrollmentSnapshot> stored) {
    Map<UUID, EnrollmentSnapshot> free = match(wanted, stored);
    List<Optional<EnrollmentChange>> changes = new ArrayList<>();
    wanted.forEach(standing -> changes.add(bring(free.remove(standing.cohortId()), standing)));
    free.values().forEach(superfluous -> changes.add(withdraw(superfluous)));
    return changes.stream().flatMap(Optional::stream).toList();
  }

  private Optional<EnrollmentChange> bring(EnrollmentSnapshot before, Standing standing) {
    CohortDates known = dates.get(standing.cohortId());
    return EnrollmentChange.between(before, open(before).standing(standing, known));
  }

  private EnrollmentSnapshot open(EnrollmentSnapshot before) {
    return before != null ? before : EnrollmentSnapshot.opened(newId.get(), group);
  }

  private static Map<UUID, EnrollmentSnapshot> match(
      List<Standing> wanted, List<EnrollmentSnapshot> stored) {
    Map<UUID, EnrollmentSnapshot> byCohort = new HashMap<>();
    stored.forEach(snapshot -> byCohort.put(snapshot.cohortId(), snapshot));
    EnrollmentSnapshot cohortless = byCohort.get(null);
    boolean adopts = wanted.stream().noneMatch(standing -> standing.cohortId() == null);
    wanted.stream()
        .map(Standing::cohortId)
        .filter(cohortId -> adopts && cohortless != null && !byCohort.containsKey(cohortId))
        .findFirst()
        .ifPresent(cohortId -> byCohort.put(cohortId, byCohort.remove(null)));
    return byCohort;
  }

  private Optional<EnrollmentChange> withdraw(EnrollmentSnapshot snapshot) {
    if (snapshot.status() == Status.WITHDRAWN) {
      return Optional.empty();
    }
    Standing gone =
        new Standing(snapshot.cohortId(), Status.WITHDRAWN, snapshot.enrolledAt(), null, now);
    return EnrollmentChange.between(snapshot, snapshot.standing(gone, null));
  }
}
