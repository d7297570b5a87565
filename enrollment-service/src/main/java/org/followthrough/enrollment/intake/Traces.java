package org.followthrough.enrollment.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.followthrough.enrollment.enrollment.EnrollmentSnapshot;

/**
 * Which trace the facts about a person, a course, a cohort, or a person in a course came with. A
 * batch holds events of many requests, and each goes on in the trace of its own.
 */
final class Traces {

  private final Map<Object, String> latest = new HashMap<>();

  void note(Object subject, HrEvent event) {
    if (event.traceparent() != null) {
      latest.put(subject, event.traceparent());
    }
  }

  /** Of a person or a course; null where there is none. */
  String of(UUID id) {
    return latest.get(id);
  }

  /** Of an enrollment, which facts about its person or its cohort changed; null for none. */
  String of(EnrollmentSnapshot enrollment) {
    String own = latest.get(enrollment.group());
    return own != null ? own : latest.get(enrollment.cohortId());
  }
}
