package org.followthrough.enrollment.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.followthrough.enrollment.cohort.CohortDates;
import org.followthrough.enrollment.cohort.CohortSnapshot;
import org.followthrough.enrollment.enrollment.Fact;
import org.followthrough.enrollment.enrollment.Group;
import org.followthrough.enrollment.person.PersonProfile;
import org.followthrough.enrollment.person.PersonSnapshot;

/** The facts of a batch, sorted by what they are about, in our ids. */
final class BatchFacts {

  private final Identities ids;
  private final Map<UUID, List<UnaryOperator<PersonSnapshot>>> people = new HashMap<>();
  private final Map<UUID, List<UnaryOperator<CohortSnapshot>>> cohorts = new HashMap<>();
  private final Map<Group, List<Fact>> attendances = new HashMap<>();
  private final Traces traces = new Traces();

  BatchFacts(List<HrEvent> events, Identities ids) {
    this.ids = ids;
    events.forEach(this::add);
  }

  Map<UUID, List<UnaryOperator<PersonSnapshot>>> people() {
    return people;
  }

  Map<UUID, List<UnaryOperator<CohortSnapshot>>> schedules() {
    return cohorts;
  }

  Map<Group, List<Fact>> attendances() {
    return attendances;
  }

  /** By which traces the facts came. */
  Traces traces() {
    return traces;
  }

  /** What people become by these facts. */
  List<PersonSnapshot> people(List<PersonSnapshot> stored) {
    return apply(stored, people, PersonSnapshot::personId);
  }

  /** What cohorts become by these facts. */
  List<CohortSnapshot> cohorts(List<CohortSnapshot> stored) {
    return apply(stored, cohorts, CohortSnapshot::cohortId);
  }

  private static <T> List<T> apply(
      List<T> stored, Map<UUID, List<UnaryOperator<T>>> facts, Function<T, UUID> id) {
    List<T> result = new ArrayList<>();
    for (T before : stored) {
      T after = before;
      for (UnaryOperator<T> fact : facts.getOrDefault(id.apply(before), List.of())) {
        after = fact.apply(after);
      }
      result.add(after);
    }
    return result;
  }

  private void add(HrEvent event) {
    if (event.fact() instanceof HrFact.PersonUpserted person) {
      PersonProfile profile = profile(event, person);
      ofPerson(event, person.personId()).add(known -> known.upserted(profile, event.stamp()));
    } else if (event.fact() instanceof HrFact.PersonLeft person) {
      ofPerson(event, person.personId()).add(known -> known.left(event.stamp()));
    } else if (event.fact() instanceof HrFact.CohortScheduled cohort) {
      addSchedule(event, cohort);
    } else if (event.fact() instanceof HrFact.Attended attended) {
      addAttendance(event, attended);
    }
  }

  private List<UnaryOperator<PersonSnapshot>> ofPerson(HrEvent event, String personId) {
    UUID id = ids.person(event, personId);
    traces.note(id, event);
    return people.computeIfAbsent(id, key -> new ArrayList<>());
  }

  private PersonProfile profile(HrEvent event, HrFact.PersonUpserted told) {
    return new PersonProfile(
        told.email(),
        told.name(),
        told.timeZone(),
        told.locale(),
        ids.person(event, told.managerId()),
        told.orgUnit(),
        told.leaveUntil());
  }

  private void addSchedule(HrEvent event, HrFact.CohortScheduled told) {
    CohortDates dates = new CohortDates(told.startsOn(), told.endsOn());
    UUID cohortId = ids.cohort(event, told.courseId(), told.cohortId());
    traces.note(cohortId, event);
    traces.note(ids.course(event, told.courseId()), event);
    cohorts
        .computeIfAbsent(cohortId, id -> new ArrayList<>())
        .add(known -> known.scheduled(told.title(), dates, event.stamp()));
  }

  private void addAttendance(HrEvent event, HrFact.Attended told) {
    UUID courseId = ids.course(event, told.courseId());
    Group group = new Group(event.organizationId(), ids.person(event, told.personId()), courseId);
    UUID cohortId = ids.cohort(event, told.courseId(), told.cohortId());
    traces.note(group, event);
    traces.note(courseId, event);
    Instant happenedAt = told.happenedAt() == null ? event.time() : told.happenedAt();
    attendances
        .computeIfAbsent(group, key -> new ArrayList<>())
        .add(new Fact(told.kind(), cohortId, event.stamp(), happenedAt));
  }
}
