package org.followthrough.enrollment;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** HR events as an HR system writes them. */
public record HrEventText(String id, String text) {

  public static HrEventText of(String id, String type, Instant time, String data) {
    return new HrEventText(
        id,
        """
        {"specversion":"1.0","id":"%s","source":"/hr/tests","type":"%s","time":"%s","data":%s}"""
            .formatted(id, type, time, data));
  }

  public static HrEventText person(String id, Instant time, String personId, String name) {
    return of(
        id,
        "hr.person.upserted",
        time,
        """
        {"personId":"%s","email":"%s@example.org","name":"%s","timeZone":"Europe/Berlin"}"""
            .formatted(personId, personId.toLowerCase(Locale.ROOT), name));
  }

  public static HrEventText cohort(
      String id, Instant time, String courseId, String cohortId, String startsOn, String endsOn) {
    return of(
        id,
        "hr.cohort.scheduled",
        time,
        """
        {"courseId":"%s","cohortId":"%s","startsOn":"%s","endsOn":"%s"}"""
            .formatted(courseId, cohortId, startsOn, endsOn));
  }

  public static HrEventText enrolled(
      String id, Instant time, String personId, String courseId, String cohortId) {
    return of(id, "hr.learner.enrolled", time, group(personId, courseId, cohortId, ""));
  }

  public static HrEventText completed(
      String id, Instant time, String personId, String courseId, String cohortId, Instant at) {
    String completedAt = ",\"completedAt\":\"" + at + "\"";
    return of(id, "hr.course.completed", time, group(personId, courseId, cohortId, completedAt));
  }

  public static HrEventText withdrawn(
      String id, Instant time, String personId, String courseId, String cohortId) {
    return of(id, "hr.enrollment.withdrawn", time, group(personId, courseId, cohortId, ""));
  }

  public static String batch(List<HrEventText> events) {
    return events.stream().map(HrEventText::text).collect(joining(",", "[", "]"));
  }

  public static String lines(List<HrEventText> events) {
    return events.stream().map(event -> event.text() + "\n").collect(joining());
  }

  private static String group(String personId, String courseId, String cohortId, String more) {
    String cohort = cohortId == null ? "" : ",\"cohortId\":\"" + cohortId + "\"";
    return "{\"personId\":\"%s\",\"courseId\":\"%s\"%s%s}"
        .formatted(personId, courseId, cohort, more);
  }
}
