package org.followthrough.actionplan.reflection;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code actionplan.ReflectionCaptured.v1}. */
record ReflectionCaptured(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    String learnt,
    String whereUsed,
    Instant capturedAt) {

  static final String TYPE = "actionplan.ReflectionCaptured.v1";

  static ReflectionCaptured of(
      UUID enrollmentId, UUID personId, UUID courseId, Reflection reflection) {
    return new ReflectionCaptured(
        enrollmentId,
        personId,
        courseId,
        reflection.learnt(),
        reflection.whereUsed(),
        reflection.capturedAt());
  }
}
