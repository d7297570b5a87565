package org.followthrough.evaluation.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.courses.Courses;
import org.followthrough.evaluation.followup.CourseTally;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.people.Person;

/** Outcomes of an organization's courses. */
@Singleton
public class OutcomeService {

  private final Courses courses;
  private final Followups followups;
  private final People people;
  private final Clock clock;

  OutcomeService(Courses courses, Followups followups, People people, Clock clock) {
    this.courses = courses;
    this.followups = followups;
    this.people = people;
    this.clock = clock;
  }

  /** All courses by title, those without enrollments too. */
  public Uni<List<CourseSummary>> overview(UUID organizationId) {
    return courses
        .all(organizationId)
        .chain(
            known -> followups.tallies(organizationId).map(tallies -> summaries(known, tallies)));
  }

  /** By the HR system's id; empty where there is no such course. */
  public Uni<Optional<CourseOutcome>> ofCourse(UUID organizationId, String externalId) {
    return courses.byExternalId(organizationId, externalId).chain(this::outcome);
  }

  /** By our own id; empty where there is no such course. */
  public Uni<Optional<CourseOutcome>> ofCourse(UUID organizationId, UUID courseId) {
    return courses.byId(organizationId, courseId).chain(this::outcome);
  }

  private Uni<Optional<CourseOutcome>> outcome(Optional<Course> found) {
    if (found.isEmpty()) {
      return Uni.createFrom().item(Optional.empty());
    }
    Course course = found.get();
    return followups
        .ofCourse(course.organizationId(), course.courseId())
        .chain(
            all ->
                peopleOf(course.organizationId(), all)
                    .map(known -> CourseOutcome.of(course, all, known, clock.instant())))
        .map(Optional::of);
  }

  private Uni<Map<UUID, Person>> peopleOf(UUID organizationId, List<Followup> all) {
    Set<UUID> learners =
        all.stream().map(Followup::learnerId).filter(Objects::nonNull).collect(Collectors.toSet());
    return people
        .byIds(organizationId, learners)
        .chain(
            known ->
                people.byIds(organizationId, managers(known)).invoke(more -> more.putAll(known)));
  }

  private static Set<UUID> managers(Map<UUID, Person> learners) {
    Set<UUID> managers = new HashSet<>();
    learners.values().stream()
        .map(Person::managerId)
        .filter(Objects::nonNull)
        .forEach(managers::add);
    return managers;
  }

  private static List<CourseSummary> summaries(List<Course> known, List<CourseTally> tallies) {
    Map<UUID, CourseTally> byCourse =
        tallies.stream().collect(Collectors.toMap(CourseTally::courseId, Function.identity()));
    return known.stream()
        .map(course -> CourseSummary.of(course, tally(byCourse, course.courseId())))
        .sorted(Comparator.comparing(each -> each.title().toLowerCase(Locale.ROOT)))
        .toList();
  }

  private static CourseTally tally(Map<UUID, CourseTally> byCourse, UUID courseId) {
    return byCourse.getOrDefault(courseId, new CourseTally(courseId, 0, 0, 0, 0));
  }
}
