package org.followthrough.evaluation.followup;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All we know of one enrollment: the aggregate. Sections are null until told; a followup may start
 * with any of them, because topics have no common order.
 *
 * @param boosters by id
 * @param sent what the reminder service sent, as {@code step/occurrence}
 * @param evaluations by form option, e.g. {@code m3-learner}
 * @param submissions how often a form was sent in: the version of the events we publish
 */
public record Followup(
    UUID enrollmentId,
    UUID organizationId,
    UUID learnerId,
    UUID courseId,
    Enrolled enrollment,
    Expectation expectation,
    Plan plan,
    Talk talkBefore,
    Talk talkAfter,
    SortedMap<UUID, Booster> boosters,
    SortedSet<String> sent,
    SortedMap<String, Evaluation> evaluations,
    long submissions) {

  public Followup {
    boosters = boosters == null ? Collections.emptySortedMap() : boosters;
    sent = sent == null ? Collections.emptySortedSet() : sent;
    evaluations = evaluations == null ? Collections.emptySortedMap() : evaluations;
  }

  /** Nothing known yet but that it exists. */
  public static Followup unknown(UUID enrollmentId, UUID organizationId) {
    return new Followup(
        enrollmentId,
        organizationId,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        0);
  }

  /** The followup with a fact; in any order, any number of times, the result is the same. */
  public Followup with(Fact fact, long version) {
    return fact.foldInto(about(fact.personId(), fact.courseId()), version);
  }

  @JsonIgnore
  public boolean isWithdrawn() {
    return enrollment != null && "withdrawn".equals(enrollment.status());
  }

  @JsonIgnore
  public boolean isEnrolled() {
    return enrollment != null && !isWithdrawn();
  }

  @JsonIgnore
  public boolean isCompleted() {
    return isEnrolled() && enrollment.completedAt() != null;
  }

  @JsonIgnore
  public Instant completedAt() {
    return isCompleted() ? enrollment.completedAt() : null;
  }

  @JsonIgnore
  public boolean isPlanned() {
    return plan != null;
  }

  /** Whether manager and learner talked after the course. */
  @JsonIgnore
  public boolean hasTalked() {
    return talkAfter != null;
  }

  /** The form of that kind if it was sent in, else null. */
  public Evaluation evaluation(FormKind kind) {
    return evaluations.get(kind.option());
  }

  /** Whether the form was asked for by mail, or else sent in. */
  public boolean isAsked(FormKind kind) {
    String step = kind.stage().step(kind.audience()) + "/";
    return evaluation(kind) != null || sent.stream().anyMatch(each -> each.startsWith(step));
  }

  public long boostersAsked() {
    return boosters.values().stream().filter(each -> each.isAsked(sent)).count();
  }

  public long boostersAnswered() {
    return boosters.values().stream().filter(Booster::isAnswered).count();
  }

  public long boostersRight() {
    return boosters.values().stream().filter(each -> Boolean.TRUE.equals(each.correct())).count();
  }

  /**
   * What this very person said before the course, null where they said nothing: a manager who took
   * over later has no baseline of their own.
   */
  public Integer baselineOf(Audience audience, UUID person) {
    if (audience == Audience.LEARNER) {
      return expectation == null ? null : expectation.baseline();
    }
    return talkBefore == null || !person.equals(talkBefore.managerId())
        ? null
        : talkBefore.baseline();
  }

  /** The followup with a form sent in; the same answers again change nothing. */
  public Followup submitted(FormKind kind, UUID by, Answers answers, Instant at) {
    Evaluation standing = evaluation(kind);
    if (standing != null
        && standing.answers().equals(answers)
        && standing.submittedBy().equals(by)) {
      return this;
    }
    var evaluation =
        new Evaluation(
            EvaluationIds.of(enrollmentId, kind),
            by,
            standing == null ? 1 : standing.version() + 1,
            answers,
            at);
    return copy().evaluation(kind.option(), evaluation).build();
  }

  Booster booster(UUID id) {
    return boosters.getOrDefault(id, Booster.UNKNOWN);
  }

  static String sentKey(String step, int occurrence) {
    return step + "/" + occurrence;
  }

  private Followup about(UUID learner, UUID course) {
    return learner.equals(learnerId) && course.equals(courseId)
        ? this
        : copy().about(learner, course).build();
  }

  Followup withEnrollment(Enrolled changed) {
    return copy().enrollment(changed).build();
  }

  Followup withExpectation(Expectation shared) {
    return copy().expectation(shared).build();
  }

  Followup withPlan(Plan committed) {
    return copy().plan(committed).build();
  }

  Followup withTalkBefore(Talk held) {
    return copy().talkBefore(held).build();
  }

  Followup withTalkAfter(Talk held) {
    return copy().talkAfter(held).build();
  }

  Followup withBooster(UUID id, Booster booster) {
    return copy().booster(id, booster).build();
  }

  Followup withSent(String step, int occurrence) {
    return copy().sent(sentKey(step, occurrence)).build();
  }

  private FollowupCopy copy() {
    return new FollowupCopy(this);
  }

  static <V> SortedMap<UUID, V> plus(SortedMap<UUID, V> map, UUID key, V value) {
    SortedMap<UUID, V> more = new TreeMap<>(map);
    more.put(key, value);
    return Collections.unmodifiableSortedMap(more);
  }

  static <V> SortedMap<String, V> plus(Map<String, V> map, String key, V value) {
    SortedMap<String, V> more = new TreeMap<>(map);
    more.put(key, value);
    return Collections.unmodifiableSortedMap(more);
  }

  static SortedSet<String> plus(SortedSet<String> set, String value) {
    SortedSet<String> more = new TreeSet<>(set);
    more.add(value);
    return Collections.unmodifiableSortedSet(more);
  }
}
