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
      @Schema(
              description =
                  "planned: it goes out; cancelled, suppressed, expired or coalesced: it does not")
          String state,
      String reason,
      @Schema(description = "the reason in plain words") String explanation,
      @Schema(
              description =
                  "UTC; what is due before it is known goes out once it is, unless it is too late")
          Instant dueAt,
      @Schema(description = "where the recipient is") LocalDateTime localTime,
      ZoneId timeZone,
      @Schema(description = "not sent after this") Instant staleAfter) {

    static Item of(Touch touch, StandingTouch stands) {
      TouchState state =
          stands.state() == TouchState.ACCEPTED ? TouchState.PLANNED : stands.state();
      String words = PlanningReason.find(stands.reason()).map(PlanningReason::words).orElse(null);
      return of(touch, state, stands.reason(), words);
    }

    static Item withoutManager(Touch touch) {
      return of(touch, TouchState.SUPPRESSED, "no-manager", "nobody is known as the manager");
    }

    private static Item of(Touch touch, TouchState state, String reason, String words) {
      return new Item(
          touch.step().key(),
          touch.occurrence(),
          touch.step().audience().wireName(),
          touch.step().category().wireName(),
          touch.step().template().wireName(),
          touch.step().tone().wireName(),
          state.name().toLowerCase(Locale.ROOT),
          reason,
          words,
          touch.dueAt(),
          touch.dueAt().atZone(touch.zone()).toLocalDateTime(),
          touch.zone(),
          touch.staleAfter());
    }
  }
}
