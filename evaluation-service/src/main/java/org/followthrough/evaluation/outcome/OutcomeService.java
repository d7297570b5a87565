package org.followthrough.evaluation.outcome;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
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
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.evaluation.followup.Progress;
import org.followthrough.evaluation.followup.TalkPolicy;
import org.followthrough.evaluation.people.People;
import org.followthrough.evaluation.people.Person;

/** Outcomes of an organization's courses. */
@Singleton
public class OutcomeService {

  // Some of these wrote about one thing only, or the same.
  private static final int MOST_WITH_WORDS = 2 * Voices.MOST;

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
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return courses
        .all(organizationId)
        .chain(
            known ->
                people
                    .withoutTalk(organizationId, today)
                    .chain(excused -> followups.tallies(organizationId, today, excused))
                    .map(tallies -> summaries(known, tallies)));
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
    Instant now = clock.instant();
    return followups
        .ofCourse(course.organizationId(), course.courseId())
        .chain(all -> outcome(course, all, now))
        .map(Optional::of);
  }

  private Uni<CourseOutcome> outcome(Course course, List<Progress> all, Instant now) {
    return Uni.combine()
        .all()
        .unis(waitedFor(course.organizationId(), all, now), words(course, all))
        .asTuple()
        .map(both -> CourseOutcome.of(course, all, both.getItem1(), both.getItem2(), now));
  }

  private Uni<List<Evaluation>> words(Course course, List<Progress> all) {
    return Voices.mayBeShown(CourseOutcome.counted(all))
        ? followups.withWords(course.organizationId(), course.courseId(), MOST_WITH_WORDS)
        : Uni.createFrom().item(List.of());
  }

  /** The learners whose talk is missing, and their managers: of nobody else is more asked. */
  private Uni<Map<UUID, Person>> waitedFor(UUID organizationId, List<Progress> all, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    Set<UUID> learners =
        all.stream()
            .filter(each -> TalkPolicy.isMissing(each, today))
            .map(Progress::learnerId)
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
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
    return byCourse.getOrDefault(courseId, CourseTally.none(courseId));
  }
}
