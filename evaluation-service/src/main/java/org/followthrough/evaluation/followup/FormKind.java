package org.followthrough.evaluation.followup;

import java.util.Arrays;
import java.util.Optional;

/** One form for one person: a stage and who answers. */
public record FormKind(Stage stage, Audience audience) {

  /** Reads the option of a signed link such as {@code m3-learner}. */
  public static Optional<FormKind> of(String option) {
    return Arrays.stream(Stage.values())
        .flatMap(stage -> Arrays.stream(Audience.values()).map(who -> new FormKind(stage, who)))
        .filter(kind -> kind.option().equals(option))
        .findFirst();
  }

  /** How the form is named in links and in the document. */
  public String option() {
    return stage.wire() + "-" + audience.wire();
  }

  public FormKind ofOther() {
    return new FormKind(stage, audience.other());
  }
}
