package org.followthrough.actionplan.talk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.followthrough.actionplan.text.Finding;
import org.followthrough.actionplan.text.Form;
import org.followthrough.actionplan.text.FormReading;

/** A submitted log of a talk; good for use where nothing was found. */
public record TalkForm(Talk talk, List<Finding> findings) {

  public static final int LONGEST_OUTCOME = 2_000;

  public TalkForm {
    findings = List.copyOf(findings);
  }

  /** Reads the log of the talk before the course. */
  public static TalkForm before(Form form, UUID managerId, LocalDate today, Instant at) {
    var reading = new FormReading(form);
    LocalDate heldOn = reading.pastDay("heldOn", today);
    int baseline = reading.rating("baseline");
    return before(reading, managerId, heldOn, baseline, at);
  }

  /**
   * Reads it once the course is over, when a number is no baseline any more.
   *
   * @param baseline the one that was given in time; null where none was
   */
  public static TalkForm beforeInHindsight(
      Form form, UUID managerId, LocalDate today, Instant at, Integer baseline) {
    var reading = new FormReading(form);
    return before(reading, managerId, reading.pastDay("heldOn", today), baseline, at);
  }

  /** Reads the log of the talk after the course. */
  public static TalkForm after(Form form, UUID managerId, LocalDate today, Instant at) {
    var reading = new FormReading(form);
    LocalDate heldOn = reading.pastDay("heldOn", today);
    String outcome = reading.optional("outcome", LONGEST_OUTCOME);
    boolean agreed = "yes".equals(form.raw("planAgreed"));
    return new TalkForm(
        new Talk(TalkKind.AFTER, 1, managerId, heldOn, outcome, agreed, null, at),
        reading.findings());
  }

  private static TalkForm before(
      FormReading reading, UUID managerId, LocalDate heldOn, Integer baseline, Instant at) {
    String outcome = reading.optional("outcome", LONGEST_OUTCOME);
    return new TalkForm(
        new Talk(TalkKind.BEFORE, 1, managerId, heldOn, outcome, false, baseline, at),
        reading.findings());
  }
}
