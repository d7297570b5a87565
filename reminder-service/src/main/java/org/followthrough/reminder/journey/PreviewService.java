package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;
import org.followthrough.reminder.cadence.Cadence;
import org.followthrough.reminder.cadence.CadenceKey;
import org.followthrough.reminder.cadence.CadenceStore;
import org.followthrough.reminder.calendar.TimeZones;
import org.followthrough.reminder.people.Circle;
import org.followthrough.reminder.people.PeopleDirectory;
import org.followthrough.reminder.people.Person;

/** The dry run of a cadence; writes nothing. */
@ApplicationScoped
class PreviewService {

  private static final UUID SOMEBODY = new UUID(0, 1);
  private static final UUID THEIR_MANAGER = new UUID(0, 2);

  /** Whom the cadence is tried on, and what is already known of their journey. */
  private record Subject(Person learner, Person manager, Facts facts) {}

  private final Pool pool;
  private final CadenceStore cadences;
  private final PeopleDirectory directory;
  private final JourneyStore journeys;
  private final OrganizationCalendars calendars;

  PreviewService(
      Pool pool,
      CadenceStore cadences,
      PeopleDirectory directory,
      JourneyStore journeys,
      OrganizationCalendars calendars) {
    this.pool = pool;
    this.cadences = cadences;
    this.directory = directory;
    this.journeys = journeys;
    this.calendars = calendars;
  }

  Uni<PreviewPage> preview(CadenceKey key, PreviewRequest request) {
    var errors = PreviewChecks.of(request);
    if (!errors.isEmpty()) {
      throw new ProblemException(Problem.invalidFields(errors));
    }
    return cadences
        .find(pool, key)
        .map(found -> found.orElseThrow(PreviewService::unknown))
        .flatMap(
            cadence ->
                subject(key.organizationId(), request)
                    .map(subject -> preview(key, cadence, subject, request)));
  }

  private PreviewPage preview(
      CadenceKey key, Cadence cadence, Subject subject, PreviewRequest request) {
    Circumstances circumstances =
        new Circumstances(
            cadence,
            true,
            inZone(subject.learner(), request.timeZone()),
            inZone(subject.manager(), request.managerTimeZone()),
            calendars.of(key.organizationId()));
    return Preview.of(request, subject.facts(), circumstances);
  }

  private Uni<Subject> subject(UUID organizationId, PreviewRequest request) {
    if (request.personId() == null) {
      return Uni.createFrom().item(somebody(request));
    }
    return directory
        .person(pool, organizationId, request.personId())
        .map(found -> found.orElseThrow(() -> unknownField("/personId", "person")))
        .flatMap(
            learnerId ->
                Circle.read(pool, List.of(learnerId), List.of())
                    .flatMap(
                        circle ->
                            facts(organizationId, learnerId, request)
                                .map(facts -> subject(circle, learnerId, facts, request))));
  }

  private Uni<Facts> facts(UUID organizationId, UUID learnerId, PreviewRequest request) {
    if (request.courseId() == null) {
      return Uni.createFrom().item(Facts.NONE);
    }
    return directory
        .course(pool, organizationId, request.courseId())
        .map(found -> found.orElseThrow(() -> unknownField("/courseId", "course")))
        .flatMap(courseId -> journeys.find(pool, organizationId, learnerId, courseId))
        .map(found -> found.isEmpty() ? Facts.NONE : found.get(0).facts());
  }

  private static Subject subject(
      Circle circle, UUID learnerId, Facts facts, PreviewRequest request) {
    Person learner = circle.person(learnerId);
    Person manager = circle.person(learner.managerId());
    return manager == null && request.managerTimeZone() != null
        ? managed(learner, facts)
        : new Subject(learner, manager, facts);
  }

  private static Subject somebody(PreviewRequest request) {
    Person learner = new Person(SOMEBODY, TimeZones.of(request.timeZone()), THEIR_MANAGER, false);
    return request.managerTimeZone() == null
        ? new Subject(learner, null, Facts.NONE)
        : managed(learner, Facts.NONE);
  }

  /** With a manager of whom only the zone is told. */
  private static Subject managed(Person learner, Facts facts) {
    return new Subject(
        new Person(learner.personId(), learner.zone(), THEIR_MANAGER, learner.gone()),
        new Person(THEIR_MANAGER, learner.zone(), null, false),
        facts);
  }

  private static Person inZone(Person person, String timeZone) {
    return person == null || timeZone == null
        ? person
        : new Person(person.personId(), TimeZones.of(timeZone), person.managerId(), person.gone());
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("the cadence"));
  }

  private static ProblemException unknownField(String pointer, String what) {
    return new ProblemException(Problem.invalidField(pointer, "is not a known " + what));
  }
}
