package org.followthrough.evaluation.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Something another service told about an enrollment, with the fields we read of it. Facts come in
 * any order and more than once; each knows how it changes a followup so that neither matters.
 */
public sealed interface Fact {

  /** The learner, told by every event of an enrollment. */
  UUID personId();

  UUID courseId();

  /** The followup with this fact at that version of the fact's aggregate. */
  Followup foldInto(Followup followup, long version);

  /** Any enrollment event: each carries the whole state. */
  record EnrollmentChanged(
      UUID personId,
      UUID courseId,
      String status,
      Instant enrolledAt,
      Instant completedAt,
      Instant withdrawnAt)
      implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      Enrolled standing = followup.enrollment();
      return standing != null && standing.version() >= version
          ? followup
          : followup.withEnrollment(
              new Enrolled(version, status, enrolledAt, completedAt, withdrawnAt));
    }
  }

  record ExpectationsShared(UUID personId, UUID courseId, Integer baseline) implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      Expectation standing = followup.expectation();
      return standing != null && standing.version() >= version
          ? followup
          : followup.withExpectation(new Expectation(version, baseline));
    }
  }

  /** A plan committed or revised. */
  record PlanCommitted(UUID personId, UUID courseId, int planVersion, Instant committedAt)
      implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      Plan standing = followup.plan();
      return standing != null && standing.version() >= version
          ? followup
          : followup.withPlan(new Plan(version, planVersion, committedAt));
    }
  }

  record TalkHeld(
      UUID personId, UUID courseId, String kind, UUID managerId, LocalDate heldOn, Integer baseline)
      implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      boolean before = "before".equals(kind);
      Talk standing = before ? followup.talkBefore() : followup.talkAfter();
      if (standing != null && standing.version() >= version) {
        return followup;
      }
      var talk = new Talk(version, managerId, heldOn, baseline);
      return before ? followup.withTalkBefore(talk) : followup.withTalkAfter(talk);
    }
  }

  record BoosterScheduled(UUID personId, UUID courseId, UUID boosterId, int sequence)
      implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      return followup.withBooster(boosterId, followup.booster(boosterId).numbered(sequence));
    }
  }

  record BoosterAnswered(
      UUID personId, UUID courseId, UUID boosterId, int sequence, boolean correct) implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      Booster booster = followup.booster(boosterId).numbered(sequence);
      return followup.withBooster(boosterId, booster.answered(correct, version));
    }
  }

  record TouchSent(UUID personId, UUID courseId, String step, int occurrence) implements Fact {
    @Override
    public Followup foldInto(Followup followup, long version) {
      return followup.withSent(step, occurrence);
    }
  }
}
