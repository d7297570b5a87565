package org.followthrough.e2e;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;

/** Something an HR system says, as a CloudEvent. */
record HrFact(JsonObject json) {

  private static HrFact of(String type, String about, JsonObject data) {
    return new HrFact(
        new JsonObject()
            .put("specversion", "1.0")
            .put("id", type + "/" + about)
            .put("source", "/acme/hr")
            .put("type", type)
            .put("data", data));
  }

  static HrFact person(String id, String email, String zone, String managerId) {
    JsonObject data =
        new JsonObject()
            .put("personId", id)
            .put("email", email)
            .put("name", name(id))
            .put("timeZone", zone)
            .put("locale", "en");
    return of(
        "hr.person.upserted", id, managerId == null ? data : data.put("managerId", managerId));
  }

  private static String name(String id) {
    return id.startsWith("M") ? "Max " + id : "Lea " + id;
  }

  static HrFact cohort(String courseId, String cohortId, LocalDate startsOn, LocalDate endsOn) {
    return of(
        "hr.cohort.scheduled",
        courseId + "/" + cohortId,
        new JsonObject()
            .put("courseId", courseId)
            .put("cohortId", cohortId)
            .put("startsOn", startsOn.toString())
            .put("endsOn", endsOn.toString()));
  }

  static HrFact enrolled(String personId, String courseId, String cohortId) {
    return of(
        "hr.learner.enrolled",
        personId + "/" + courseId + "/" + cohortId,
        part(personId, courseId, cohortId));
  }

  static HrFact completed(String personId, String courseId, String cohortId, Instant at) {
    return of(
        "hr.course.completed",
        personId + "/" + courseId + "/" + cohortId,
        part(personId, courseId, cohortId).put("completedAt", at.toString()));
  }

  static HrFact withdrawn(String personId, String courseId, String cohortId) {
    return of(
        "hr.enrollment.withdrawn",
        personId + "/" + courseId + "/" + cohortId,
        part(personId, courseId, cohortId));
  }

  private static JsonObject part(String personId, String courseId, String cohortId) {
    return new JsonObject()
        .put("personId", personId)
        .put("courseId", courseId)
        .put("cohortId", cohortId);
  }

  /** The same, said at this time: what was said later about the same thing holds. */
  HrFact at(Instant time) {
    return with("time", time.toString());
  }

  /** The same with another id, so that it counts as another saying. */
  HrFact again(String number) {
    return with("id", json.getString("id") + "#" + number);
  }

  private HrFact with(String attribute, String value) {
    return new HrFact(json.copy().put(attribute, value));
  }
}
