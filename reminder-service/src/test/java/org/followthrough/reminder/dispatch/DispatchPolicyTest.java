package org.followthrough.reminder.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.followthrough.reminder.mail.ItemContent;
import org.followthrough.reminder.mail.LetterItem;
import org.junit.jupiter.api.Test;

class DispatchPolicyTest {

  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant NINE = Instant.parse("2027-01-20T08:00:00Z");

  private static Contact contact(LocalDate leaveUntil) {
    return new Contact(
        UUID.randomUUID(), "p@example.org", "P", "Europe/Berlin", "de", leaveUntil, false);
  }

  private static DueTouch touch(
      String audience, String category, int occurrence, boolean ended, Contact a, Contact b) {
    LetterItem item =
        new LetterItem(
            UUID.randomUUID(),
            UUID.randomUUID(),
            category,
            category,
            audience,
            occurrence,
            "P",
            "C",
            List.of(),
            null,
            ItemContent.none());
    return new DueTouch(
        UUID.randomUUID(), NINE, NINE.plus(Duration.ofDays(7)), 0, ended, a, b, item);
  }

  @Test
  void windowShouldFollowTheLocalDayAcrossTheClockChange() {
    assertThat(next("2027-03-26T19:00+01:00[Europe/Berlin]", false))
        .isEqualTo("2027-03-29T08:00+02:00[Europe/Berlin]");
    assertThat(next("2027-03-26T19:00+01:00[Europe/Berlin]", true))
        .isEqualTo("2027-03-27T08:00+01:00[Europe/Berlin]");
    assertThat(next("2027-01-20T07:59+01:00[Europe/Berlin]", false))
        .isEqualTo("2027-01-20T08:00+01:00[Europe/Berlin]");
    assertThat(next("2027-01-20T17:59+01:00[Europe/Berlin]", false))
        .isEqualTo("2027-01-20T17:59+01:00[Europe/Berlin]");
    assertThat(next("2027-01-20T18:00+01:00[Europe/Berlin]", false))
        .isEqualTo("2027-01-21T08:00+01:00[Europe/Berlin]");
  }

  private static String next(String moment, boolean booster) {
    return SendWindow.onOrAfter(ZonedDateTime.parse(moment), booster).toString();
  }

  @Test
  void managersMustHaveShouldComeOnceThoughEnded() {
    Contact learner = contact(null);
    Contact manager = contact(null);

    assertThat(DispatchPolicy.decide(touch("manager", "talks", 0, true, learner, manager), NINE))
        .isInstanceOf(Decision.Send.class);
    assertThat(DispatchPolicy.decide(touch("manager", "talks", 1, true, learner, manager), NINE))
        .isEqualTo(new Decision.Suppress("unsubscribed"));
    assertThat(
            DispatchPolicy.decide(touch("learner", "evaluations", 0, true, learner, learner), NINE))
        .isEqualTo(new Decision.Suppress("unsubscribed"));
  }

  @Test
  void talkShouldWaitUntilBothAreBack() {
    Contact learner = contact(LocalDate.of(2027, 1, 25));
    Contact manager = contact(LocalDate.of(2027, 1, 22));

    assertThat(DispatchPolicy.decide(touch("manager", "talks", 0, false, learner, manager), NINE))
        .isEqualTo(
            new Decision.Postpone(
                LocalDate.of(2027, 1, 25).atTime(9, 0).atZone(BERLIN).toInstant(),
                LocalDate.of(2027, 1, 25),
                "on-leave"));
    assertThat(
            DispatchPolicy.decide(
                touch("manager", "evaluations", 0, false, learner, manager), NINE))
        .isEqualTo(
            new Decision.Postpone(
                LocalDate.of(2027, 1, 22).atTime(9, 0).atZone(BERLIN).toInstant(),
                LocalDate.of(2027, 1, 22),
                "on-leave"));
  }

  @Test
  void leaveBeyondTheTouchShouldExpireIt() {
    Contact away = contact(LocalDate.of(2027, 3, 1));

    assertThat(DispatchPolicy.decide(touch("learner", "plans", 0, false, away, away), NINE))
        .isEqualTo(new Decision.Expire("on-leave"));
  }

  @Test
  void fastClockShouldNotPushTheMorningIntoTheNight() {
    Instant night = Instant.parse("2027-01-20T21:00:00Z");
    var moment = new DispatchMoment(Instant.parse("2027-01-20T03:00:00Z"), night);

    assertThat(moment.of(NINE)).isEqualTo(NINE);
    assertThat(moment.of(Instant.parse("2027-01-19T08:00:00Z"))).isEqualTo(moment.previous());
    assertThat(new DispatchMoment(night, night).of(NINE)).isEqualTo(night);
  }

  @Test
  void waitsShouldGrowFromFiveMinutesToFourHours() {
    assertThat(Backoff.after(0, 0)).isEqualTo(Duration.ofMinutes(5));
    assertThat(Backoff.after(0, 1)).isEqualTo(Duration.ofMinutes(6));
    assertThat(Backoff.after(3, 0)).isEqualTo(Duration.ofMinutes(40));
    assertThat(Backoff.after(60, 0)).isEqualTo(Duration.ofHours(4));
  }
}
