package org.followthrough.reminder.journey;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.followthrough.reminder.cadence.Step;

/**
 * One planned contact with one person for one reason, as the planner wants it.
 *
 * @param withheld why it shall not be sent as things stand, null where it shall
 * @param note what the person should know of it although it is planned, or null
 */
record Touch(
    UUID touchId,
    Step step,
    int occurrence,
    ZoneId zone,
    LocalDate localDate,
    Instant dueAt,
    Instant staleAfter,
    PlanningReason withheld,
    PlanningReason note,
    JsonNode content) {

  static UUID id(UUID enrollmentId, String step, int occurrence) {
    String name = enrollmentId + "/" + step + "/" + occurrence;
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  boolean isWithheld() {
    return withheld != null;
  }

  boolean isStaleAt(Instant now) {
    return !staleAfter.isAfter(now);
  }
}
