package org.followthrough.evaluation.followup;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** One form for one person: a stage and who answers. */
public record FormKind(Stage stage, Audience audience) {

  private static final List<FormKind> ALL =
      Arrays.stream(Stage.values())
          .flatMap(stage -> Arrays.stream(Audience.values()).map(who -> new FormKind(stage, who)))
          .toList();

  public static List<FormKind> all() {
    return ALL;
  }

  /** Reads the option of a signed link such as {@code m3-learner}. */
  public static Optional<FormKind> of(String option) {
    return ALL.stream().filter(kind -> kind.option().equals(option)).findFirst();
  }

  /** How the form is named in links and in the document. */
  public String option() {
    return stage.wire() + "-" + audience.wire();
  }

  public FormKind ofOther() {
    return new FormKind(stage, audience.other());
  }
}
