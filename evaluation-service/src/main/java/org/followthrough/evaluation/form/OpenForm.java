package org.followthrough.evaluation.form;

import java.util.UUID;
import org.followthrough.evaluation.courses.Course;
import org.followthrough.evaluation.followup.Answers;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Followup;
import org.followthrough.evaluation.followup.FormKind;
import org.followthrough.evaluation.people.Person;

/**
 * A form and what its page shows.
 *
 * @param respondent who opened it
 * @param manager the learner's current manager, null where not known
 * @param otherAuthor who answered for the other side, null where nobody did or they are not known;
 *     a manager who answered need not be the current one
 * @param course null where not known yet
 */
record OpenForm(
    Followup followup,
    FormKind kind,
    UUID respondent,
    Person learner,
    Person manager,
    Person otherAuthor,
    Course course) {

  OpenForm with(Followup changed) {
    return new OpenForm(changed, kind, respondent, learner, manager, otherAuthor, course);
  }

  Person person() {
    return kind.audience() == Audience.LEARNER ? learner : manager;
  }

  Evaluation mine() {
    Evaluation standing = followup.evaluation(kind);
    return standing != null && standing.submittedBy().equals(respondent) ? standing : null;
  }

  /** How often this person sent the form in: 0 where they have not yet. */
  int version() {
    return mine() == null ? 0 : mine().version();
  }

  boolean says(Answers answers) {
    return mine() != null && mine().answers().equals(answers);
  }

  /** What the other side said, null before both are in: nobody is to be swayed. */
  Evaluation others() {
    return mine() == null ? null : followup.evaluation(kind.ofOther());
  }

  Integer myBaseline() {
    return followup.baselineOf(kind.audience(), respondent);
  }

  Integer othersBaseline() {
    Evaluation others = others();
    return others == null
        ? null
        : followup.baselineOf(kind.audience().other(), others.submittedBy());
  }
}
