package org.followthrough.booster.question;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.followthrough.kit.problem.Problem.FieldError;

/** What makes a question fit to be asked. The lengths are those of the published event. */
public final class QuestionRules {

  private static final int LONGEST_STEM = 2_000;
  private static final int LONGEST_OPTION = 500;
  private static final int LONGEST_TEXT = 4_000;
  private static final int LONGEST_TITLE = 200;
  private static final int MOST_RESOURCES = 10;
  private static final int LONGEST_ID = 200;
  // Words of our own addresses under .../questions/.
  private static final Set<String> RESERVED = Set.of("import", "statistics");

  private final List<FieldError> errors = new ArrayList<>();

  private QuestionRules() {}

  /** The same question in one form, so that equal questions are equal. */
  public static QuestionContent normalize(QuestionContent raw) {
    return new QuestionContent(
        PlainText.normalize(raw.stem()),
        raw.options().stream().map(QuestionRules::normalize).toList(),
        PlainText.normalize(raw.goodUse()),
        PlainText.normalize(raw.results()),
        raw.resources().stream().map(QuestionRules::normalize).toList());
  }

  /** Everything that is wrong with a normalized question; empty where it is fit. */
  public static List<FieldError> check(QuestionContent question) {
    var rules = new QuestionRules();
    rules.text("/stem", question.stem(), LONGEST_STEM, true);
    rules.options(question.options());
    rules.text("/goodUse", question.goodUse(), LONGEST_TEXT, false);
    rules.text("/results", question.results(), LONGEST_TEXT, false);
    rules.resources(question.resources());
    return rules.errors;
  }

  /** What is wrong with the id of a question, if anything. */
  public static Optional<String> faultOfQuestionId(String id) {
    return RESERVED.contains(id)
        ? Optional.of("must not be one of " + RESERVED.stream().sorted().toList())
        : faultOfCourseId(id);
  }

  /** What is wrong with the id of a course, if anything. */
  public static Optional<String> faultOfCourseId(String id) {
    if (id == null || id.isBlank() || !id.equals(PlainText.normalize(id))) {
      return Optional.of("must be a name without space around it");
    }
    return id.indexOf('\n') >= 0
        ? Optional.of("must be one line")
        : PlainText.fault(id, LONGEST_ID);
  }

  private static Option normalize(Option raw) {
    return new Option(
        PlainText.normalize(raw.text()), raw.correct(), PlainText.normalize(raw.feedback()));
  }

  private static Resource normalize(Resource raw) {
    return new Resource(
        PlainText.normalize(raw.title()), raw.url() == null ? "" : raw.url().strip());
  }

  private void options(List<Option> options) {
    if (options.size() < 2 || options.size() > 5) {
      errors.add(new FieldError("/options", "must be 2 to 5 choices, not " + options.size()));
    }
    long correct = options.stream().filter(Option::correct).count();
    if (correct != 1) {
      errors.add(
          new FieldError("/options", "must have exactly one correct choice, not " + correct));
    }
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < options.size(); i++) {
      String at = "/options/" + i;
      text(at + "/text", options.get(i).text(), LONGEST_OPTION, true);
      text(at + "/feedback", options.get(i).feedback(), LONGEST_TEXT, true);
      if (!texts.add(options.get(i).text())) {
        errors.add(new FieldError(at + "/text", "is the same as another choice"));
      }
    }
  }

  private void resources(List<Resource> resources) {
    if (resources.size() > MOST_RESOURCES) {
      errors.add(new FieldError("/resources", "must be at most " + MOST_RESOURCES));
    }
    for (int i = 0; i < resources.size(); i++) {
      String at = "/resources/" + i;
      text(at + "/title", resources.get(i).title(), LONGEST_TITLE, true);
      ResourceAddress.fault(resources.get(i).url()).ifPresent(fault -> add(at + "/url", fault));
    }
  }

  private void text(String pointer, String text, int longest, boolean needed) {
    if (needed && text.isEmpty()) {
      add(pointer, "must not be empty");
    }
    PlainText.fault(text, longest).ifPresent(fault -> add(pointer, fault));
  }

  private void add(String pointer, String detail) {
    errors.add(new FieldError(pointer, detail));
  }
}
