package org.followthrough.reminder.journey;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.followthrough.reminder.people.Person;

/**
 * What may happen to one enrollment: cohorts moved to and fro, withdrawn and enrolled again,
 * completions corrected and backdated, plans revised, people who move and leave. The same seed
 * makes the same year.
 */
final class RandomYear {

  private static final Instant START = Instant.parse("2026-12-01T06:00:00Z");
  private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 1);
  private static final List<ZoneId> ZONES =
      List.of(
          ZoneId.of("Europe/Berlin"),
          ZoneId.of("America/New_York"),
          ZoneId.of("Australia/Lord_Howe"),
          ZoneId.of("Asia/Kolkata"),
          ZoneId.of("Pacific/Apia"),
          ZoneId.of("UTC"));
  private static final List<String> CADENCES = List.of("standard", "boosters-only", "no-such");
  private static final UUID LEARNER = new UUID(1, 1);

  private final Random random;
  private final List<Happening> happenings = new ArrayList<>();

  private RandomYear(long seed) {
    this.random = new Random(seed);
  }

  static List<Happening> of(long seed) {
    return new RandomYear(seed).happenings();
  }

  private List<Happening> happenings() {
    people();
    upTo(5).forEach(version -> find(enrollment(version)));
    plans();
    upTo(5).forEach(this::booster);
    for (EvaluationGiven.Form form : EvaluationGiven.Form.values()) {
      if (random.nextInt(4) == 0) {
        find(new EvaluationGiven(form));
      }
    }
    return happenings;
  }

  private void people() {
    for (int version : upTo(3)) {
      boolean gone = random.nextInt(6) == 0;
      Person learner = new Person(LEARNER, zone(), GivenJourney.MANAGER, gone);
      Person manager = new Person(GivenJourney.MANAGER, zone(), null, random.nextInt(6) == 0);
      var learnerTold = new Known.Told<>(version, learner);
      var managerTold = new Known.Told<>(version, manager);
      var cadence = new Known.Told<>(version, CADENCES.get(Math.max(0, random.nextInt(6) - 3)));
      happenings.add(known -> known.withLearner(learnerTold));
      happenings.add(known -> known.withManager(managerTold));
      happenings.add(known -> known.withCadence(cadence));
    }
  }

  private void plans() {
    upTo(3).forEach(version -> find(GivenJourney.plan(version)));
    for (int version : upTo(3)) {
      find(GivenJourney.progress(version, random.nextBoolean() ? "applied" : "started"));
    }
    for (int version : upTo(2)) {
      find(new Expectations(version, 1 + random.nextInt(10)));
      Talk.Kind kind = random.nextBoolean() ? Talk.Kind.BEFORE : Talk.Kind.AFTER;
      find(new Talk(version, kind, day(), random.nextBoolean() ? null : 3));
    }
  }

  private EnrollmentState enrollment(long version) {
    EnrollmentState.Status status =
        EnrollmentState.Status.values()[random.nextInt(EnrollmentState.Status.values().length)];
    LocalDate startsOn = random.nextInt(5) == 0 ? null : day();
    return new EnrollmentState(
        version,
        status,
        startsOn,
        startsOn == null ? null : startsOn.plusDays(random.nextInt(3)),
        moment(),
        status == EnrollmentState.Status.COMPLETED ? moment() : null,
        status == EnrollmentState.Status.WITHDRAWN ? moment() : null);
  }

  private void booster(int sequence) {
    UUID boosterId = new UUID(7, sequence);
    find(GivenJourney.booster(boosterId, sequence, day()));
    if (random.nextInt(3) == 0) {
      find(Booster.answered(boosterId));
    }
    if (random.nextInt(3) == 0) {
      find(Booster.cancelled(boosterId, random.nextBoolean() ? "unanswered" : "left"));
    }
  }

  /** The versions 1 to some number that is at most {@code most}, or none. */
  private List<Integer> upTo(int most) {
    return IntStream.rangeClosed(1, random.nextInt(most + 1)).boxed().toList();
  }

  private void find(Finding finding) {
    happenings.add(known -> known.withFinding(finding));
  }

  private ZoneId zone() {
    return ZONES.get(random.nextInt(ZONES.size()));
  }

  private LocalDate day() {
    return FIRST_DAY.plusDays(random.nextInt(150));
  }

  private Instant moment() {
    return START.plus(Duration.ofMinutes(random.nextInt(150 * 24 * 60)));
  }
}
