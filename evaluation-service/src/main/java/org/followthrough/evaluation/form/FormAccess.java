package org.followthrough.evaluation.form;

import java.util.Map;
import java.util.UUID;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.people.Person;

/** Whether a genuine link still opens its form. */
enum FormAccess {
  OPEN,
  /** It did once; there is nothing to do any more. */
  GONE,
  /** It never was for this person. */
  UNKNOWN;

  static FormAccess of(Followup followup, FormKind kind, UUID recipient, Map<UUID, Person> people) {
    if (followup.enrollment() == null || followup.learnerId() == null) {
      return UNKNOWN;
    }
    if (kind.audience() == Audience.LEARNER && !recipient.equals(followup.learnerId())) {
      return UNKNOWN;
    }
    if (followup.isWithdrawn() || hasLeft(people, recipient)) {
      return GONE;
    }
    Person learner = people.get(followup.learnerId());
    if (learner == null) {
      return UNKNOWN;
    }
    boolean current = kind.audience() == Audience.LEARNER || recipient.equals(learner.managerId());
    return learner.left() || !current ? GONE : OPEN;
  }

  private static boolean hasLeft(Map<UUID, Person> people, UUID id) {
    Person person = people.get(id);
    return person != null && person.left();
  }
}
