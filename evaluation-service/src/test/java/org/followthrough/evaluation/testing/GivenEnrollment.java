package org.followthrough.evaluation.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.followthrough.evaluation.followup.Booster;
import org.followthrough.evaluation.followup.Enrolled;
import org.followthrough.evaluation.followup.Expectation;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.Plan;
import org.followthrough.evaluation.followup.Talk;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.outbox.PendingEvent;

/** One enrollment and what other services tell about it, as it goes over the wire. */
public final class GivenEnrollment {

  public final UUID organizationId;
  public final UUID enrollmentId = UUID.randomUUID();
  public final UUID learnerId = UUID.randomUUID();
  public final UUID managerId;
  public final UUID courseId;
  private final List<PendingEvent> events = new ArrayList<>();
  private final Map<UUID, Long> versions = new HashMap<>();
  private final Map<UUID, Long> people = new HashMap<>();
  private final List<Predicate<Followup>> folded = new ArrayList<>();
  private boolean withCourse;

  public GivenEnrollment(UUID organizationId, UUID courseId, UUID managerId) {
    this.organizationId = organizationId;
    this.courseId = courseId;
    this.managerId = managerId;
  }

  public List<PendingEvent> events() {
    return List.copyOf(events);
  }

  /** Whether all that was told of the enrollment is in the followup. */
  public boolean isFoldedInto(Followup followup) {
    return folded.stream().allMatch(each -> each.test(followup));
  }

  /** The versions of the people that were told of, by id. */
  public Map<UUID, Long> peopleTold() {
    return Map.copyOf(people);
  }

  public boolean isCourseTold() {
    return withCourse;
  }

  public GivenEnrollment people(String learner, String manager, String locale) {
    person(learnerId, learner, locale, managerId);
    return person(managerId, manager, locale, null);
  }

  public GivenEnrollment person(UUID id, String name, String locale, UUID manager) {
    return person(id, name, locale, manager, null);
  }

  public GivenEnrollment person(
      UUID id, String name, String locale, UUID manager, LocalDate leaveUntil) {
    Map<String, Object> person =
        payload("personId", id, "externalId", "E-" + id, "name", name, "left", false);
    person.put("email", "someone@example.org");
    putIfThere(person, "locale", locale);
    putIfThere(person, "managerId", manager);
    putIfThere(person, "leaveUntil", leaveUntil);
    return person("enrollment.PersonUpserted.v1", id, person);
  }

  public GivenEnrollment left(UUID id) {
    return person(
        "enrollment.PersonUpserted.v1",
        id,
        payload("personId", id, "externalId", "E-" + id, "left", true));
  }

  public GivenEnrollment erased(UUID id) {
    return person("enrollment.PersonErased.v1", id, null);
  }

  private GivenEnrollment person(String type, UUID id, Map<String, Object> payload) {
    event("enrollment.people.v1", type, id, payload);
    people.put(id, versions.get(id));
    return this;
  }

  public GivenEnrollment course(String externalId, String title, Number cost) {
    Map<String, Object> course =
        payload(
            "courseId", courseId, "externalId", externalId, "title", title, "cadence", "standard");
    course.put(
        "behaviours",
        List.of("Names the issue in the first minute", "Ends with an agreed next step"));
    putIfThere(course, "costPerPlace", cost);
    withCourse = true;
    return event("enrollment.courses.v1", "enrollment.CourseUpserted.v1", courseId, course);
  }

  public GivenEnrollment enrolled() {
    return enrollment("enrollment.LearnerEnrolled.v1", "enrolled", null);
  }

  public GivenEnrollment completed(Instant at) {
    return enrollment("enrollment.CourseCompleted.v1", "completed", at);
  }

  public GivenEnrollment withdrawn() {
    return enrollment("enrollment.EnrollmentWithdrawn.v1", "withdrawn", null);
  }

  private GivenEnrollment enrollment(String type, String status, Instant completedAt) {
    Map<String, Object> enrollment = about("enrollmentId", enrollmentId, "status", status);
    enrollment.put("enrolledAt", "2027-01-04T09:00:00Z");
    putIfThere(enrollment, "completedAt", completedAt);
    event("enrollment.enrollments.v1", type, enrollmentId, enrollment);
    return leadsTo(Followup::enrollment, Enrolled::version);
  }

  public GivenEnrollment expectations(Integer baseline) {
    Map<String, Object> shared =
        about(
            "enrollmentId",
            enrollmentId,
            "whyAttending",
            "To learn",
            "whereUsed",
            "Visits",
            "sharedAt",
            "2027-01-12T08:10:00Z");
    putIfThere(shared, "baseline", baseline);
    plan("actionplan.ExpectationsShared.v1", shared);
    return leadsTo(Followup::expectation, Expectation::version);
  }

  public GivenEnrollment planned() {
    Map<String, Object> committed =
        about(
            "enrollmentId",
            enrollmentId,
            "planVersion",
            1,
            "goal",
            "Better visits",
            "committedAt",
            "2027-01-19T16:00:00Z");
    committed.put("actions", List.of());
    plan("actionplan.ActionPlanCommitted.v1", committed);
    return leadsTo(Followup::plan, Plan::version);
  }

  public GivenEnrollment talked(String kind, Integer baseline) {
    Map<String, Object> talk =
        about(
            "enrollmentId",
            enrollmentId,
            "kind",
            kind,
            "managerId",
            managerId,
            "heldOn",
            "2027-01-21",
            "planAgreed",
            true,
            "loggedAt",
            "2027-01-21T10:00:00Z");
    putIfThere(talk, "baseline", baseline);
    plan("actionplan.TalkHeld.v1", talk);
    return leadsTo(
        "before".equals(kind) ? Followup::talkBefore : Followup::talkAfter, Talk::version);
  }

  public GivenEnrollment boosterScheduled(UUID boosterId, int sequence) {
    Map<String, Object> scheduled =
        about(
            "enrollmentId",
            enrollmentId,
            "boosterId",
            boosterId,
            "sequence",
            sequence,
            "stem",
            "What first?",
            "dueOn",
            "2027-01-21",
            "expiresOn",
            "2027-01-28");
    booster("booster.BoosterScheduled.v1", scheduled);
    return leadsTo(each -> each.boosters().get(boosterId), each -> Long.MAX_VALUE);
  }

  public GivenEnrollment boosterAnswered(UUID boosterId, int sequence, boolean correct) {
    Map<String, Object> answered =
        about(
            "enrollmentId",
            enrollmentId,
            "boosterId",
            boosterId,
            "sequence",
            sequence,
            "correct",
            correct,
            "answeredAt",
            "2027-01-21T08:05:00Z");
    booster("booster.BoosterAnswered.v1", answered);
    return leadsTo(each -> each.boosters().get(boosterId), Booster::answerVersion);
  }

  public GivenEnrollment sent(String step, int occurrence) {
    Map<String, Object> sent =
        about(
            "enrollmentId",
            enrollmentId,
            "touchId",
            UUID.randomUUID(),
            "step",
            step,
            "occurrence",
            occurrence,
            "audience",
            "learner",
            "recipientId",
            learnerId,
            "messageId",
            "<t@mail.example.org>",
            "sentAt",
            "2027-01-20T08:00:00Z");
    event("reminder.deliveries.v1", "reminder.TouchSent.v1", enrollmentId, sent);
    folded.add(followup -> followup.sent().contains(step + "/" + occurrence));
    return this;
  }

  /** That the followup has that section, at the last event's version or a later one. */
  private <S> GivenEnrollment leadsTo(Function<Followup, S> section, ToLongFunction<S> version) {
    long told = versions.get(enrollmentId);
    folded.add(
        followup -> {
          S found = section.apply(followup);
          return found != null && version.applyAsLong(found) >= told;
        });
    return this;
  }

  private GivenEnrollment plan(String type, Map<String, Object> payload) {
    return event("actionplan.plans.v1", type, enrollmentId, payload);
  }

  private GivenEnrollment booster(String type, Map<String, Object> payload) {
    return event("booster.boosters.v1", type, enrollmentId, payload);
  }

  private Map<String, Object> about(Object... fields) {
    Map<String, Object> payload = payload(fields);
    payload.put("personId", learnerId);
    payload.put("courseId", courseId);
    return payload;
  }

  private GivenEnrollment event(
      String topic, String type, UUID aggregate, Map<String, Object> payload) {
    UUID id = UUID.randomUUID();
    long version = versions.merge(aggregate, 1L, Long::sum);
    events.add(
        new PendingEvent(
            topic,
            new EventEnvelope(
                id,
                "/test",
                type,
                aggregate.toString(),
                TestBeans.NOW,
                organizationId,
                id,
                null,
                version,
                null,
                payload == null ? null : EventJson.write(payload))));
    return this;
  }

  private static Map<String, Object> payload(Object... fields) {
    Map<String, Object> payload = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      payload.put((String) fields[i], fields[i + 1]);
    }
    return payload;
  }

  private static void putIfThere(Map<String, Object> payload, String field, Object value) {
    if (value != null) {
      payload.put(field, value);
    }
  }
}
