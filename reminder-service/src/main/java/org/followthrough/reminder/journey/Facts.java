package org.followthrough.reminder.journey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * What is known of an enrollment, by section. Findings added in any order, and however often, make
 * the same facts; sections are independent, so a plan may be known before the enrollment is.
 *
 * @param erased the learner was erased: nothing is known, and nothing will be kept
 */
@JsonInclude(JsonInclude.Include.NON_DEFAULT)
record Facts(
    EnrollmentState enrollment,
    PlanState plan,
    Expectations expectations,
    SortedMap<Talk.Kind, Talk> talks,
    SortedMap<UUID, Progress> progress,
    SortedMap<UUID, Booster> boosters,
    Set<EvaluationGiven.Form> evaluations,
    boolean erased) {

  static final Facts NONE = new Facts(null, null, null, null, null, null, null, false);
  static final Facts ERASED = new Facts(null, null, null, null, null, null, null, true);

  Facts {
    talks = Objects.requireNonNullElseGet(talks, TreeMap::new);
    progress = Objects.requireNonNullElseGet(progress, TreeMap::new);
    boosters = Objects.requireNonNullElseGet(boosters, TreeMap::new);
    evaluations = Objects.requireNonNullElseGet(evaluations, TreeSet::new);
  }

  Facts with(Finding finding) {
    return erased ? this : finding.addTo(this);
  }

  Facts withEnrollment(EnrollmentState state) {
    return new Facts(state, plan, expectations, talks, progress, boosters, evaluations, erased);
  }

  Facts withPlan(PlanState state) {
    return new Facts(
        enrollment, state, expectations, talks, progress, boosters, evaluations, erased);
  }

  Facts withExpectations(Expectations shared) {
    return new Facts(enrollment, plan, shared, talks, progress, boosters, evaluations, erased);
  }

  Facts withTalk(Talk.Kind kind, Talk talk) {
    var added = plus(talks, kind, talk);
    return new Facts(
        enrollment, plan, expectations, added, progress, boosters, evaluations, erased);
  }

  Facts withProgress(UUID actionId, Progress reported) {
    var added = plus(progress, actionId, reported);
    return new Facts(enrollment, plan, expectations, talks, added, boosters, evaluations, erased);
  }

  Facts withBooster(UUID boosterId, Booster booster) {
    var added = plus(boosters, boosterId, booster);
    return new Facts(enrollment, plan, expectations, talks, progress, added, evaluations, erased);
  }

  Facts withEvaluation(EvaluationGiven.Form form) {
    Set<EvaluationGiven.Form> added = new TreeSet<>(evaluations);
    added.add(form);
    return new Facts(enrollment, plan, expectations, talks, progress, boosters, added, erased);
  }

  boolean isPlanApplied() {
    return plan != null
        && plan.actions().stream()
            .map(action -> progress.get(action.actionId()))
            .allMatch(reported -> reported != null && reported.isApplied());
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> plus(
      Map<K, V> known, K key, V value) {
    SortedMap<K, V> result = new TreeMap<>(known);
    result.put(key, value);
    return result;
  }
}
