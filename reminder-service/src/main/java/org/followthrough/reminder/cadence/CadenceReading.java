package org.followthrough.reminder.cadence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.followthrough.kit.problem.Problem;

/** Turns a document into a cadence, or into one error per field at fault. */
final class CadenceReading {

  static final int MOST_STEPS = 50;

  private final List<Problem.FieldError> errors = new ArrayList<>();
  private final List<Step> steps = new ArrayList<>();
  private final Set<String> keys = new HashSet<>();
  private boolean questionsAreAsked;

  private CadenceReading() {}

  /** What came of it: either steps or errors. */
  record Result(List<Step> steps, List<Problem.FieldError> errors) {}

  static Result read(List<StepDocument> documents) {
    CadenceReading reading = new CadenceReading();
    if (documents == null || documents.isEmpty() || documents.size() > MOST_STEPS) {
      reading.errors.add(
          new Problem.FieldError("/steps", "must be a list of 1 to " + MOST_STEPS + " steps"));
    } else {
      reading.readAll(documents);
    }
    return new Result(List.copyOf(reading.steps), List.copyOf(reading.errors));
  }

  /**
   * Steps that were accepted before.
   *
   * @throws IllegalStateException where one cannot be read: leaving it out would silently end what
   *     it plans
   */
  static List<Step> stored(List<StepDocument> documents) {
    List<Problem.FieldError> errors = new ArrayList<>();
    List<Step> steps =
        documents.stream()
            .flatMap(document -> new StepReading("", document, errors).readStored().stream())
            .toList();
    if (!errors.isEmpty()) {
      throw new IllegalStateException("a stored step cannot be read: " + errors);
    }
    return steps;
  }

  private void readAll(List<StepDocument> documents) {
    for (int i = 0; i < documents.size(); i++) {
      String pointer = "/steps/" + i;
      StepDocument document = documents.get(i);
      if (document == null) {
        errors.add(new Problem.FieldError(pointer, "must be a step"));
        continue;
      }
      new StepReading(pointer, document, errors).read().ifPresent(steps::add);
      checkAgainstOthers(pointer, document);
    }
  }

  private void checkAgainstOthers(String pointer, StepDocument document) {
    if (document.key() != null && !keys.add(document.key())) {
      errors.add(new Problem.FieldError(pointer + "/key", "is used twice"));
    }
    boolean asks = Template.BOOSTER.wireName().equals(document.template());
    if (asks && questionsAreAsked) {
      errors.add(
          new Problem.FieldError(pointer + "/template", "another step asks the questions already"));
    }
    questionsAreAsked |= asks;
  }
}
