package org.followthrough.reminder.journey;

/** Learner or manager handed a form in. */
record EvaluationGiven(Form form) implements Finding {

  /** One form for one audience at one stage. */
  enum Form {
    M3_LEARNER,
    M3_MANAGER,
    M12_LEARNER,
    M12_MANAGER
  }

  @Override
  public Facts addTo(Facts facts) {
    return facts.withEvaluation(form);
  }
}
