package org.followthrough.reminder.cadence;

import java.time.LocalTime;
import java.time.Period;
import java.util.List;

/**
 * One contact a cadence foresees.
 *
 * @param key unique within its cadence
 * @param offsets from the anchor, one per occurrence: the first contact and its repeats
 * @param localTime where the recipient is
 * @param sameDayUntil the first contact comes at once where the anchor is a moment of a working day
 *     before this time; null where it always comes at {@code localTime}
 */
public record Step(
    String key,
    Audience audience,
    Anchor anchor,
    List<Period> offsets,
    WorkingDays workingDays,
    LocalTime localTime,
    LocalTime sameDayUntil,
    Condition condition,
    StaleAfter staleAfter,
    Template template,
    Tone tone,
    Category category) {

  public Step {
    offsets = List.copyOf(offsets);
  }
}
