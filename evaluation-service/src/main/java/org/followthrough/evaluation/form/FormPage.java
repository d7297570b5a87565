package org.followthrough.evaluation.form;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.followthrough.evaluation.followup.Applied;
import org.followthrough.evaluation.followup.Audience;
import org.followthrough.evaluation.followup.Stage;
import org.followthrough.evaluation.people.Person;

/**
 * What the form's page shows.
 *
 * @param learner the learner's name, null where the learner reads, or it is not known
 * @param other the other side's name, null where not known
 * @param baseline what the reader said before the course, null where nothing
 * @param seen the version of the answers that are in, 0 where none are
 * @param overtaking what was sent in from another window meanwhile, else null
 */
record FormPage(
    String token,
    boolean toLearner,
    boolean afterAYear,
    String learner,
    String other,
    String course,
    List<String> behaviours,
    Integer baseline,
    List<Scale> scale,
    List<Choice> applied,
    FormInput input,
    Map<String, FormInput.Fault> faults,
    int seen,
    FormInput overtaking) {

  /** One step of the rating. */
  record Scale(int value, boolean chosen, boolean baseline) {}

  /** One choice of what is applied. */
  record Choice(Applied applied, boolean chosen) {}

  static FormPage of(String token, OpenForm form, FormInput input) {
    boolean toLearner = form.kind().audience() == Audience.LEARNER;
    return new FormPage(
        token,
        toLearner,
        form.kind().stage() == Stage.M12,
        name(form.learner()),
        name(toLearner ? form.manager() : form.learner()),
        form.course() == null ? null : form.course().title(),
        form.course() == null ? List.of() : form.course().behaviours(),
        form.myBaseline(),
        scale(input, form.myBaseline()),
        choices(input),
        input,
        Map.of(),
        form.version(),
        null);
  }

  FormPage faulty(Map<String, FormInput.Fault> found) {
    return with(found, overtaking);
  }

  FormPage overtakenBy(FormInput other) {
    return with(faults, other);
  }

  private FormPage with(Map<String, FormInput.Fault> found, FormInput other) {
    return new FormPage(
        token,
        toLearner,
        afterAYear,
        learner,
        this.other,
        course,
        behaviours,
        baseline,
        scale,
        applied,
        input,
        found,
        seen,
        other);
  }

  public boolean isCorrecting() {
    return seen > 0;
  }

  public boolean isFaulty() {
    return !faults.isEmpty();
  }

  public boolean wrong(String field) {
    return faults.containsKey(field);
  }

  public boolean tooLong(String field) {
    return faults.get(field) == FormInput.Fault.TOO_LONG;
  }

  private static List<Scale> scale(FormInput input, Integer baseline) {
    return IntStream.rangeClosed(1, 10)
        .mapToObj(
            value ->
                new Scale(
                    value,
                    Integer.toString(value).equals(input.rating()),
                    baseline != null && baseline == value))
        .toList();
  }

  private static List<Choice> choices(FormInput input) {
    return Arrays.stream(Applied.values())
        .map(applied -> new Choice(applied, applied.wire().equals(input.applied())))
        .toList();
  }

  private static String name(Person person) {
    return person == null ? null : person.name();
  }
}
