package org.followthrough.local.demo;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import org.followthrough.local.demo.SampleOrganization.SampleCourse;

/** The sample's HR system: tells of people, cohorts and enrollments, later of completions. */
final class HrSystem {

  private final SampleOrganization organization;
  private final Api api;
  private final Story story;

  HrSystem(SampleOrganization organization, Api api, Story story) {
    this.organization = organization;
    this.api = api;
    this.story = story;
  }

  void commissionCourses() throws IOException, InterruptedException {
    for (SampleCourse course : organization.courses()) {
      String path = "/v1/courses/" + course.id();
      api.put(path, course.body());
      for (JsonObject question : course.questions()) {
        api.put(path + "/questions/" + question.getString("id"), question.getJsonObject("body"));
      }
    }
  }

  void introduce(Instant now) throws IOException, InterruptedException {
    var events = new JsonArray();
    organization
        .people()
        .forEach(
            person -> events.add(event("hr.person.upserted", person.id(), now, person.hrData())));
    for (SampleCourse course : organization.courses()) {
      events.add(event("hr.cohort.scheduled", course.id(), now, cohort(course)));
      course
          .learners()
          .forEach(
              learner ->
                  events.add(
                      event(
                          "hr.learner.enrolled",
                          course.id() + "/" + learner,
                          now,
                          enrollment(course, learner))));
    }
    post(events);
    story.tell(now, "HR", "introduces 14 people and enrolls 12 learners in two courses");
  }

  void complete(SampleCourse course) throws IOException, InterruptedException {
    Instant at = course.endsOn().atTime(14, 0).toInstant(ZoneOffset.UTC);
    var events = new JsonArray();
    for (String learner : course.learners()) {
      JsonObject data = enrollment(course, learner).put("completedAt", at.toString());
      events.add(event("hr.course.completed", course.id() + "/" + learner, at, data));
    }
    post(events);
    story.tell(
        at,
        "HR",
        course.learners().size() + " learners complete “" + course.body().getString("title") + "”");
  }

  private void post(JsonArray events) throws IOException, InterruptedException {
    api.postHrEvents(events);
    story.count(Story.Deed.HR_EVENT, events.size());
  }

  private static JsonObject cohort(SampleCourse course) {
    return new JsonObject()
        .put("courseId", course.id())
        .put("cohortId", course.cohort().getString("id"))
        .put("title", course.cohort().getString("title"))
        .put("startsOn", course.cohort().getString("startsOn"))
        .put("endsOn", course.cohort().getString("endsOn"));
  }

  private static JsonObject enrollment(SampleCourse course, String learner) {
    return new JsonObject()
        .put("personId", learner)
        .put("courseId", course.id())
        .put("cohortId", course.cohort().getString("id"));
  }

  private static JsonObject event(String type, String about, Instant time, JsonObject data) {
    return new JsonObject()
        .put("specversion", "1.0")
        .put("id", type + "/" + about)
        .put("source", "/brightwater/hr")
        .put("type", type)
        .put("time", time.toString())
        .put("datacontenttype", "application/json")
        .put("data", data);
  }
}
