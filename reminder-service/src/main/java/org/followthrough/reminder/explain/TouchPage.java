package org.followthrough.reminder.explain;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A page of touches.
 *
 * @param next the cursor of the next page, absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "TouchPage")
record TouchPage(List<Item> items, String next) {

  /** One contact, sent, planned or withheld. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "Touch")
  record Item(
      UUID touchId,
      @Schema(description = "the HR system's id of the course") String courseId,
      @Schema(description = "the HR system's id of the learner it is about") String about,
      @Schema(description = "the HR system's id of who got it, once that is decided")
          String recipient,
      String step,
      @Schema(
              description =
                  "0 for the first contact of the step, 1 and on for its repeats; the"
                      + " number of a question")
          int occurrence,
      String audience,
      String category,
      @Schema(
              description =
                  "planned, claimed, transmitting, sent, failed, in-doubt, expired, suppressed,"
                      + " coalesced or cancelled")
          String state,
      @Schema(description = "code of the reason") String reason,
      @Schema(description = "the reason in plain words") String explanation,
      @Schema(description = "UTC; when it goes out or is looked at again") Instant dueAt,
      @Schema(description = "the recipient's day it was planned for") LocalDate localDate,
      @Schema(description = "UTC; it does not go out from then on") Instant staleAfter,
      @Schema(description = "UTC; when it went out") Instant sentAt,
      @Schema(description = "Message-ID of its mail") String messageId) {}
}
