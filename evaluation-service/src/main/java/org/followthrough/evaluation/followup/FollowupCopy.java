package org.followthrough.evaluation.followup;

import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;

/** A followup being changed; a record has no "with" of its own. */
final class FollowupCopy {

  private final Followup origin;
  private UUID learnerId;
  private UUID courseId;
  private Enrolled enrollment;
  private Expectation expectation;
  private Plan plan;
  private Talk talkBefore;
  private Talk talkAfter;
  private SortedMap<UUID, Booster> boosters;
  private SortedSet<String> sent;
  private SortedMap<String, Evaluation> evaluations;
  private long submissions;

  FollowupCopy(Followup origin) {
    this.origin = origin;
    this.learnerId = origin.learnerId();
    this.courseId = origin.courseId();
    this.enrollment = origin.enrollment();
    this.expectation = origin.expectation();
    this.plan = origin.plan();
    this.talkBefore = origin.talkBefore();
    this.talkAfter = origin.talkAfter();
    this.boosters = origin.boosters();
    this.sent = origin.sent();
    this.evaluations = origin.evaluations();
    this.submissions = origin.submissions();
  }

  FollowupCopy about(UUID learner, UUID course) {
    learnerId = learner;
    courseId = course;
    return this;
  }

  FollowupCopy enrollment(Enrolled changed) {
    enrollment = changed;
    return this;
  }

  FollowupCopy expectation(Expectation shared) {
    expectation = shared;
    return this;
  }

  FollowupCopy plan(Plan committed) {
    plan = committed;
    return this;
  }

  FollowupCopy talkBefore(Talk held) {
    talkBefore = held;
    return this;
  }

  FollowupCopy talkAfter(Talk held) {
    talkAfter = held;
    return this;
  }

  FollowupCopy booster(UUID id, Booster booster) {
    boosters = Followup.plus(boosters, id, booster);
    return this;
  }

  FollowupCopy sent(String key) {
    sent = Followup.plus(sent, key);
    return this;
  }

  FollowupCopy evaluation(String option, Evaluation evaluation) {
    evaluations = Followup.plus(evaluations, option, evaluation);
    submissions++;
    return this;
  }

  Followup build() {
    return new Followup(
        origin.enrollmentId(),
        origin.organizationId(),
        learnerId,
        courseId,
        enrollment,
        expectation,
        plan,
        talkBefore,
        talkAfter,
        boosters,
        sent,
        evaluations,
        submissions);
  }
}
