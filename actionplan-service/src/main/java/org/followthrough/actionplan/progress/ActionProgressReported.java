package org.followthrough.actionplan.progress;

import java.time.Instant;
import java.util.UUID;

/** Payload of {@code actionplan.ActionProgressReported.v1}. */
record ActionProgressReported(
    UUID enrollmentId,
    UUID personId,
    UUID courseId,
    UUID actionId,
    String status,
    String note,
    Instant reportedAt) {

  static final String TYPE = "actionplan.ActionProgressReported.v1";

  static ActionProgressReported of(
      UUID enrollmentId, UUID personId, UUID courseId, ProgressReport report) {
    return new ActionProgressReported(
        enrollmentId,
        personId,
        courseId,
        report.actionId(),
        report.status().key(),
        report.note(),
        report.reportedAt());
  }
}
