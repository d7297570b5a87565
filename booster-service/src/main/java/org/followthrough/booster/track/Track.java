package org.followthrough.booster.track;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.booster.track.Asked.Outcome;
import org.followthrough.booster.track.TrackStep.Asking;
import org.followthrough.booster.track.TrackStep.Closing;
import org.followthrough.booster.track.TrackStep.Reason;
import org.followthrough.booster.track.TrackStep.Shift;
import org.followthrough.booster.track.TrackStep.State;

/**
 * The questions of one person after one course, one at a time. What comes next follows from what
 * was asked so far, the bank and the time alone, so looking twice never asks twice.
 *
 * <p>The gap to the next question is the track's: it grows with right answers in a row. Which
 * question it is: one that was just answered wrong comes again, once; else those never asked before
 * any repetition, in an order of the person's own. Two right answers in a row retire a question.
 */
final class Track {

  /**
   * What enrollment-service says.
   *
   * @param over why nothing is to be asked (any more), empty while the course counts as completed
   * @param completedOn null where it is over before it began
   * @param needBy the course's need date, or null
   */
  record Facts(UUID enrollmentId, Optional<Reason> over, LocalDate completedOn, LocalDate needBy) {}

  private static final int ENOUGH_RIGHT = 2;

  private final Facts facts;
  private final Gaps gaps;
  private final List<Asked> history;

  Track(Facts facts, List<Asked> history, Gaps gaps) {
    this.facts = facts;
    this.gaps = gaps;
    this.history = new ArrayList<>(history);
    this.history.sort(Comparator.comparingInt(Asked::sequence));
  }

  /** What is to be done now; bank: the questions of the course that may be asked. */
  TrackStep next(Collection<UUID> bank, Instant now) {
    Optional<Asked> open = history.stream().filter(Asked::isOpen).findFirst();
    if (facts.over().isPresent()) {
      Optional<Closing> closing =
          open.map(asked -> new Closing(asked.boosterId(), facts.over().get()));
      return TrackStep.ended(closing, State.CANCELLED, now);
    }
    return open.map(asked -> whileOpen(asked, bank, now))
        .orElseGet(() -> ask(Optional.empty(), bank, now));
  }

  private TrackStep whileOpen(Asked open, Collection<UUID> bank, Instant now) {
    if (!bank.contains(open.questionId())) {
      return close(open, Reason.RETIRED, Outcome.CANCELLED, bank, now);
    }
    Instant closesAt = ClosingTime.of(open.expiresOn());
    if (!now.isBefore(closesAt)) {
      return close(open, Reason.UNANSWERED, Outcome.UNANSWERED, bank, now);
    }
    return shift(open, dateOf(now))
        .map(TrackStep::shifting)
        .orElseGet(() -> TrackStep.waiting(Optional.empty(), closesAt));
  }

  // What it was planned by has been corrected: a question that nobody has seen yet follows.
  private Optional<Shift> shift(Asked open, LocalDate today) {
    LocalDate dueOn = later(nextDay(), today);
    if (!open.dueOn().isAfter(today) || dueOn.equals(open.dueOn()) || dueOn.isAfter(lastDay())) {
      return Optional.empty();
    }
    var asking = asking(open.questionId(), open.sequence(), dueOn);
    return Optional.of(new Shift(open.boosterId(), asking));
  }

  private TrackStep close(
      Asked open, Reason reason, Outcome outcome, Collection<UUID> bank, Instant now) {
    history.set(history.indexOf(open), open.closed(outcome, dateOf(now)));
    return ask(Optional.of(new Closing(open.boosterId(), reason)), bank, now);
  }

  private TrackStep ask(Optional<Closing> closing, Collection<UUID> bank, Instant now) {
    LocalDate today = dateOf(now);
    if (today.isAfter(lastDay())) {
      return TrackStep.ended(closing, State.FINISHED, now);
    }
    LocalDate dueOn = later(nextDay(), today);
    Optional<UUID> question = dueOn.isAfter(lastDay()) ? Optional.empty() : choose(bank);
    return question
        .map(id -> TrackStep.goingOn(closing, asking(id, history.size() + 1, dueOn)))
        // A new question or a later need date wakes the track before.
        .orElseGet(() -> TrackStep.waiting(closing, startOf(lastDay().plusDays(1))));
  }

  private Asking asking(UUID questionId, int sequence, LocalDate dueOn) {
    return new Asking(questionId, sequence, dueOn, dueOn.plusDays(gaps.answerWithin()));
  }

  private LocalDate lastDay() {
    return gaps.lastDayAfter(facts.completedOn(), facts.needBy());
  }

  // Never sooner than after the completion of now, which may be a second one.
  private LocalDate nextDay() {
    LocalDate first = facts.completedOn().plusDays(gaps.first());
    List<Asked> counted = counted();
    return counted.isEmpty() ? first : later(first, after(counted));
  }

  private LocalDate after(List<Asked> counted) {
    Asked last = counted.get(counted.size() - 1);
    return switch (last.outcome()) {
      case RIGHT -> last.closedOn().plusDays(gaps.afterRight(rightInARow(counted)));
      case WRONG -> last.closedOn().plusDays(gaps.wrong());
      // Who lets a question pass is not asked more often than who answers it.
      default -> later(last.closedOn(), last.dueOn().plusDays(gaps.wrong()));
    };
  }

  private Optional<UUID> choose(Collection<UUID> bank) {
    List<UUID> candidates = bank.stream().filter(question -> !isRetired(question)).toList();
    return comesAgain()
        .filter(candidates::contains)
        .or(
            () ->
                candidates.stream()
                    .min(
                        Comparator.comparingInt(this::timesAsked)
                            .thenComparingInt(this::lastAsked)
                            .thenComparing(QuestionOrder.ofQuestions(facts.enrollmentId()))));
  }

  // Once only: who is wrong twice in a row gets another question before this one comes back.
  private Optional<UUID> comesAgain() {
    List<Asked> counted = counted();
    int size = counted.size();
    if (size == 0 || counted.get(size - 1).outcome() != Outcome.WRONG) {
      return Optional.empty();
    }
    UUID last = counted.get(size - 1).questionId();
    boolean wasRepeated = size > 1 && counted.get(size - 2).questionId().equals(last);
    return wasRepeated ? Optional.empty() : Optional.of(last);
  }

  private boolean isRetired(UUID question) {
    List<Asked> answers =
        history.stream()
            .filter(each -> each.questionId().equals(question) && each.isAnswered())
            .toList();
    return rightInARow(answers) >= ENOUGH_RIGHT;
  }

  private int timesAsked(UUID question) {
    return (int) counted().stream().filter(each -> each.questionId().equals(question)).count();
  }

  private int lastAsked(UUID question) {
    return counted().stream()
        .filter(each -> each.questionId().equals(question))
        .mapToInt(Asked::sequence)
        .max()
        .orElse(0);
  }

  private List<Asked> counted() {
    return history.stream().filter(each -> !each.isOpen() && !each.wasCancelled()).toList();
  }

  private static int rightInARow(List<Asked> answers) {
    int count = 0;
    for (int i = answers.size() - 1; i >= 0 && answers.get(i).isRight(); i--) {
      count++;
    }
    return count;
  }

  private static LocalDate dateOf(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC);
  }

  private static Instant startOf(LocalDate day) {
    return day.atStartOfDay().toInstant(ZoneOffset.UTC);
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
