package org.followthrough.reminder.journey;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A question issued to the learner. Its answer may become known before the question itself.
 *
 * @param schedule null while only its end is known
 * @param cancelled why it shall not be asked, null otherwise
 */
record Booster(UUID boosterId, Schedule schedule, boolean answered, String cancelled)
    implements Finding {

  /** One choice; never whether it is right. */
  record Option(String key, String text) {}

  /** What to ask and when; without the text once nobody will be asked any more. */
  record Schedule(
      long version,
      int sequence,
      String stem,
      List<Option> options,
      LocalDate dueOn,
      LocalDate expiresOn)
      implements Versioned {

    Schedule withoutText() {
      return new Schedule(version, sequence, null, null, dueOn, expiresOn);
    }
  }

  static Booster scheduled(UUID boosterId, Schedule schedule) {
    return new Booster(boosterId, schedule, false, null);
  }

  static Booster answered(UUID boosterId) {
    return new Booster(boosterId, null, true, null);
  }

  static Booster cancelled(UUID boosterId, String reason) {
    return new Booster(boosterId, null, false, reason);
  }

  @JsonIgnore
  boolean isOver() {
    return answered || cancelled != null;
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withBooster(boosterId, merge(facts.boosters().get(boosterId)));
  }

  private Booster merge(Booster other) {
    return other == null
        ? this
        : new Booster(
                boosterId,
                Versioned.newer(schedule, other.schedule),
                answered || other.answered,
                first(cancelled, other.cancelled))
            .tidy();
  }

  private Booster tidy() {
    return isOver() && schedule != null
        ? new Booster(boosterId, schedule.withoutText(), answered, cancelled)
        : this;
  }

  private static String first(String a, String b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }
}
