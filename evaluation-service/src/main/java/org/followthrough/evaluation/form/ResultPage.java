package org.followthrough.evaluation.form;

import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.evaluation.people.Person;

/**
 * What is shown once the form is in.
 *
 * @param other the other side's name, null where not known
 * @param theirs null until both are in
 */
record ResultPage(
    String token,
    boolean toLearner,
    boolean justSaved,
    boolean afterAYear,
    String other,
    String course,
    Side mine,
    Side theirs) {

  /** What one side said; helped and hindered are not for the other side. */
  record Side(Integer baseline, int rating, String applied, String example) {
    static Side of(Evaluation evaluation, Integer baseline) {
      return evaluation == null
          ? null
          : new Side(
              baseline,
              evaluation.answers().rating(),
              evaluation.answers().applied().wire(),
              evaluation.answers().example());
    }

    public boolean hasBaseline() {
      return baseline != null;
    }

    /** With its sign; only where there is a baseline. */
    public String change() {
      int change = rating - baseline;
      return change > 0 ? "+" + change : change == 0 ? "±0" : "−" + -change;
    }
  }

  static ResultPage of(String token, OpenForm form, boolean justSaved) {
    boolean toLearner = form.kind().audience() == Audience.LEARNER;
    Person current = toLearner ? form.manager() : form.learner();
    Person other = form.others() == null ? current : form.otherAuthor();
    return new ResultPage(
        token,
        toLearner,
        justSaved,
        form.kind().stage() == Stage.M12,
        other == null ? null : other.name(),
        form.course() == null ? null : form.course().title(),
        Side.of(form.mine(), form.myBaseline()),
        Side.of(form.others(), form.othersBaseline()));
  }

  public boolean isBoth() {
    return theirs != null;
  }

  /** How far the two ratings lie apart. */
  public int distance() {
    return Math.abs(mine.rating() - theirs.rating());
  }
}
