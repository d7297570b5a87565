package org.followthrough.enrollment.intake;

import java.util.Locale;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** The forms in which events come, by media type. */
enum IntakeForm {
  EVENT,
  BATCH,
  EVENT_OR_BATCH,
  LINES;

  static final String EVENT_TYPE = "application/cloudevents+json";
  static final String BATCH_TYPE = "application/cloudevents-batch+json";
  static final String LINES_TYPE = "application/x-ndjson";

  static IntakeForm ofMediaType(String contentType) {
    String type = contentType == null ? "" : contentType.split(";", 2)[0];
    return switch (type.trim().toLowerCase(Locale.ROOT)) {
      case EVENT_TYPE -> EVENT;
      case BATCH_TYPE -> BATCH;
      case LINES_TYPE -> LINES;
      case "application/json" -> EVENT_OR_BATCH;
      default -> throw unsupported();
    };
  }

  static ProblemException unsupported() {
    String known =
        String.join(", ", EVENT_TYPE, BATCH_TYPE, LINES_TYPE, "application/json")
            + ", uncompressed";
    return new ProblemException(
        Problem.of(415, "unsupported-media-type", "Unsupported Media Type", "send " + known));
  }

  boolean takesObject() {
    return this != BATCH;
  }

  /** What to send instead of a body of another shape. */
  String expectation() {
    if (takesObject() && takesArray()) {
      return "must be a CloudEvents object or an array of them";
    }
    return takesArray()
        ? "must be an array of CloudEvents objects"
        : "must be a CloudEvents object";
  }

  boolean takesArray() {
    return this == BATCH || this == EVENT_OR_BATCH;
  }
}
