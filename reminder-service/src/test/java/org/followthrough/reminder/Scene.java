package org.followthrough.reminder;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.reminder.Upstream.Message;

/** An organization of its own with a learner, a manager, a course and an enrollment. */
public record Scene(
    UUID organizationId, UUID learnerId, UUID managerId, UUID courseId, UUID enrollmentId) {

  public static final UUID ACTION = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000006");

  public static Scene create() {
    return new Scene(
        EventComposer.newId(),
        EventComposer.newId(),
        EventComposer.newId(),
        EventComposer.newId(),
        EventComposer.newId());
  }

  /** Another learner of the same course and manager. */
  public Scene colleague() {
    return new Scene(
        organizationId, EventComposer.newId(), managerId, courseId, EventComposer.newId());
  }

  public String learner() {
    return "L-" + learnerId;
  }

  public Message person(long version, String zone, boolean left) {
    return message(
        "enrollment.people.v1",
        "enrollment.PersonUpserted.v1",
        learnerId,
        version,
        "personId",
        learnerId,
        "externalId",
        learner(),
        "email",
        "l@example.org",
        "name",
        "Ana",
        "timeZone",
        zone,
        "managerId",
        managerId,
        "left",
        left);
  }

  public Message manager(long version, String zone) {
    return message(
        "enrollment.people.v1",
        "enrollment.PersonUpserted.v1",
        managerId,
        version,
        "personId",
        managerId,
        "externalId",
        "M-1",
        "email",
        "m@example.org",
        "name",
        "Max",
        "timeZone",
        zone,
        "left",
        false);
  }

  public Message erased() {
    return new Message(
        "enrollment.people.v1", "enrollment.PersonErased.v1", learnerId, 99, organizationId, null);
  }

  public Message course(long version, String cadence) {
    return message(
        "enrollment.courses.v1",
        "enrollment.CourseUpserted.v1",
        courseId,
        version,
        "courseId",
        courseId,
        "externalId",
        "C-1",
        "title",
        "Difficult conversations",
        "behaviours",
        List.of("Names the issue"),
        "cadence",
        cadence);
  }

  public Message enrolled(long version) {
    return enrollment("LearnerEnrolled", version, "enrolled");
  }

  public Message completed(long version, String at) {
    return enrollment("CourseCompleted", version, "completed", "completedAt", at);
  }

  public Message withdrawn(long version) {
    return enrollment(
        "EnrollmentWithdrawn", version, "withdrawn", "withdrawnAt", "2027-01-10T08:00:00Z");
  }

  private Message enrollment(String type, long version, String status, Object... more) {
    Object[] state = {
      "status",
      status,
      "startsOn",
      "2027-01-18",
      "endsOn",
      "2027-01-19",
      "enrolledAt",
      "2027-01-04T09:00:00Z"
    };
    return journey("enrollment.enrollments.v1", "enrollment." + type, version, join(state, more));
  }

  public Message expectations(long version) {
    return plans("ExpectationsShared", version, "baseline", 4, "whyAttending", "x");
  }

  public Message talk(long version, String kind) {
    return plans(
        "TalkHeld",
        version,
        "kind",
        kind,
        "managerId",
        managerId,
        "heldOn",
        "2027-01-14",
        "planAgreed",
        true,
        "baseline",
        3,
        "loggedAt",
        "2027-01-14T10:00:00Z");
  }

  public Message plan(long version, String goal, String committedAt) {
    Map<String, Object> action =
        Map.of(
            "actionId",
            ACTION,
            "situation",
            "When a customer shouts",
            "action",
            "I ask",
            "firstStep",
            "A card",
            "firstStepOn",
            "2027-01-20",
            "dueOn",
            "2027-03-31");
    return plans(
        version == 1 ? "ActionPlanCommitted" : "ActionPlanRevised",
        version + 10,
        "planVersion",
        version,
        "goal",
        goal,
        "actions",
        List.of(action),
        "committedAt",
        committedAt);
  }

  public Message progress(long version, String status) {
    return plans("ActionProgressReported", version, "actionId", ACTION, "status", status);
  }

  public Message booster(UUID boosterId, int sequence, String dueOn, String expiresOn) {
    List<?> options = List.of(Map.of("key", "A", "text", "Yes"), Map.of("key", "B", "text", "No"));
    return boosters(
        "BoosterScheduled",
        sequence * 2L,
        boosterId,
        "sequence",
        sequence,
        "stem",
        "What now?",
        "options",
        options,
        "dueOn",
        dueOn,
        "expiresOn",
        expiresOn);
  }

  public Message answered(UUID boosterId, int sequence) {
    return boosters(
        "BoosterAnswered", sequence * 2L + 1, boosterId, "sequence", sequence, "correct", true);
  }

  public Message cancelled(UUID boosterId, int sequence) {
    return boosters("BoosterCancelled", sequence * 2L + 1, boosterId, "reason", "unanswered");
  }

  public Message evaluated(String stage, String audience) {
    return journey(
        "evaluation.evaluations.v1",
        "evaluation.EvaluationSubmitted",
        1,
        "evaluationId",
        enrollmentId,
        "stage",
        stage,
        "audience",
        audience,
        "rating",
        7);
  }

  private Message boosters(String type, long version, UUID boosterId, Object... fields) {
    return journey(
        "booster.boosters.v1",
        "booster." + type,
        version,
        join(new Object[] {"boosterId", boosterId}, fields));
  }

  private Message plans(String type, long version, Object... fields) {
    return journey("actionplan.plans.v1", "actionplan." + type, version, fields);
  }

  private Message journey(String topic, String type, long version, Object... fields) {
    Object[] keys = {"enrollmentId", enrollmentId, "personId", learnerId, "courseId", courseId};
    return message(topic, type + ".v1", enrollmentId, version, join(keys, fields));
  }

  private Message message(String topic, String type, UUID id, long version, Object... fields) {
    Map<String, Object> payload = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      payload.put((String) fields[i], fields[i + 1]);
    }
    return new Message(topic, type, id, version, organizationId, payload);
  }

  private static Object[] join(Object[] first, Object[] second) {
    List<Object> all = new ArrayList<>(List.of(first));
    all.addAll(List.of(second));
    return all.toArray();
  }
}
