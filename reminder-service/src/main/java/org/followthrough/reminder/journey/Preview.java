package org.followthrough.reminder.journey;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.UUID;
import org.followthrough.reminder.cadence.Audience;

/**
 * The dry run: the year is lived through with the planner and the reconciliation of real journeys.
 * At each moment that something becomes known, what came due before it is sent, and the rest is
 * planned again. So the invitation to plan goes out up to the day of the plan, and not after it.
 */
final class Preview {

  private static final UUID TRIED = new UUID(0, 0);
  private static final LocalTime MORNING = LocalTime.of(8, 0);
  private static final int BOOSTER_DAYS = 7;

  private final PreviewRequest request;
  private final Facts base;
  private final Circumstances circumstances;
  private final NavigableMap<Instant, Facts> known = new TreeMap<>();
  private final Map<UUID, Touch> touches = new HashMap<>();
  private final Map<UUID, StandingTouch> standing = new HashMap<>();

  private Preview(PreviewRequest request, Facts base, Circumstances circumstances) {
    this.request = request;
    this.base = base;
    this.circumstances = circumstances;
  }

  static PreviewPage of(PreviewRequest request, Facts base, Circumstances circumstances) {
    return new Preview(request, base, circumstances).page();
  }

  private PreviewPage page() {
    learnStepByStep();
    known.forEach(this::live);
    List<PreviewPage.Item> items =
        touches.values().stream()
            .filter(touch -> !isAfterTheEnd(touch))
            .sorted(Planner.SENDING_ORDER)
            .map(this::item)
            .toList();
    return new PreviewPage(circumstances.cadence().cadenceId(), items);
  }

  private PreviewPage.Item item(Touch touch) {
    StandingTouch stands = standing.get(touch.touchId());
    boolean goesOut = stands.state() == TouchState.ACCEPTED || stands.state() == TouchState.PLANNED;
    return goesOut && touch.step().audience() == Audience.MANAGER && !circumstances.hasManager()
        ? PreviewPage.Item.withoutManager(touch)
        : PreviewPage.Item.of(touch, stands);
  }

  private void live(Instant now, Facts facts) {
    standing.replaceAll(
        (id, touch) -> isSentBefore(now, touch) ? touch.in(TouchState.ACCEPTED) : touch);
    List<Touch> planned = Planner.plan(TRIED, facts, circumstances);
    planned.stream().filter(touch -> !isSent(touch)).forEach(t -> touches.put(t.touchId(), t));
    var changes = Reconciliation.diff(planned, List.copyOf(standing.values()), now, false);
    changes.inserts().forEach(insert -> stand(insert.stand()));
    changes.updates().forEach(this::stand);
  }

  private static boolean isSentBefore(Instant now, StandingTouch touch) {
    return touch.state() == TouchState.PLANNED && touch.dueAt().isBefore(now);
  }

  private boolean isSent(Touch touch) {
    StandingTouch stands = standing.get(touch.touchId());
    return stands != null && stands.state() == TouchState.ACCEPTED;
  }

  private void stand(TouchChange change) {
    standing.put(change.touchId(), StandingTouch.of(TRIED, change));
  }

  private boolean isAfterTheEnd(Touch touch) {
    return request.until() != null && touch.localDate().isAfter(request.until());
  }

  private void learnStepByStep() {
    known.put(Instant.MIN, base);
    boolean knownAlready = base.enrollment() != null || request.enrolledAt() == null;
    Instant enrolled = knownAlready ? Instant.MIN : request.enrolledAt();
    learn(enrolled, enrollment(false));
    int sequence = base.boosters().size();
    for (LocalDate dueOn : days(request.boosters())) {
      learn(enrolled, booster(dueOn, ++sequence));
    }
    if (request.completedAt() != null) {
      learn(request.completedAt(), enrollment(true));
    }
    if (request.planCommittedOn() != null) {
      Instant at = morning(request.planCommittedOn());
      learn(at, PlanState.of(1, "", List.of(anyAction()), at));
    }
  }

  private void learn(Instant at, Finding finding) {
    known.put(at, known.headMap(at, true).lastEntry().getValue().with(finding));
    known.tailMap(at, false).replaceAll((later, facts) -> facts.with(finding));
  }

  private EnrollmentState enrollment(boolean completed) {
    EnrollmentState before = base.enrollment();
    boolean isCompleted = completed || (before != null && before.completedAt() != null);
    return new EnrollmentState(
        (before == null ? 0 : before.version()) + (completed ? 2 : 1),
        isCompleted ? EnrollmentState.Status.COMPLETED : EnrollmentState.Status.ENROLLED,
        given(request.startsOn(), before == null ? null : before.startsOn()),
        given(request.endsOn(), before == null ? null : before.endsOn()),
        given(request.enrolledAt(), before == null ? null : before.enrolledAt()),
        completed ? request.completedAt() : before == null ? null : before.completedAt(),
        null);
  }

  private static Booster booster(LocalDate dueOn, int sequence) {
    UUID boosterId = Touch.id(TRIED, "booster", sequence);
    return Booster.scheduled(
        boosterId,
        new Booster.Schedule(1, sequence, "", List.of(), dueOn, dueOn.plusDays(BOOSTER_DAYS)));
  }

  private PlanState.PlannedAction anyAction() {
    return new PlanState.PlannedAction(TRIED, "", "", "", request.planCommittedOn());
  }

  private Instant morning(LocalDate day) {
    ZoneId zone = circumstances.learner().zone();
    return day.atTime(MORNING).atZone(zone).toInstant();
  }

  private static List<LocalDate> days(List<LocalDate> days) {
    return days == null ? List.of() : days.stream().sorted().toList();
  }

  private static <T> T given(T value, T otherwise) {
    return value == null ? otherwise : value;
  }
}
