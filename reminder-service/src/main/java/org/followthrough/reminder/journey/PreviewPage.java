package org.followthrough.reminder.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a cadence would do, in sending order. */
@Schema(name = "Preview")
record PreviewPage(String cadenceId, List<Item> items) {

  /** One contact. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(name = "PreviewedTouch")
  record Item(
      String step,
      int occurrence,
      String audience,
      String category,
      String template,
      String tone,
      @Schema(description = "planned, cancelled or suppressed") String state,
      String reason,
      @Schema(description = "the reason in plain words") String explanation,
      @Schema(description = "UTC") Instant dueAt,
      @Schema(description = "where the recipient is") LocalDateTime localTime,
      ZoneId timeZone,
      @Schema(description = "not sent after this") Instant staleAfter) {

    static Item of(Touch touch, PlanningReason reason) {
      return new Item(
          touch.step().key(),
          touch.occurrence(),
          touch.step().audience().wireName(),
          touch.step().category().wireName(),
          touch.step().template().wireName(),
          touch.step().tone().wireName(),
          state(reason).name().toLowerCase(Locale.ROOT),
          reason == null ? null : reason.code(),
          reason == null ? null : reason.words(),
          touch.dueAt(),
          touch.dueAt().atZone(touch.zone()).toLocalDateTime(),
          touch.zone(),
          touch.staleAfter());
    }

    private static TouchState state(PlanningReason reason) {
      if (reason == null) {
        return TouchState.PLANNED;
      }
      return reason == PlanningReason.LEFT ? TouchState.SUPPRESSED : TouchState.CANCELLED;
    }
  }
}
