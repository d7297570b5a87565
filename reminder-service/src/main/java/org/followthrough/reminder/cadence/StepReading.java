package org.followthrough.reminder.cadence;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.followthrough.kit.problem.Problem;

/** Turns one document into a step, and adds an error for each of its fields that is at fault. */
final class StepReading {

  private static final Pattern KEY = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");
  private static final Period LONGEST = Period.ofYears(5);
  private static final int MOST_REPEATS = 12;
  private static final LocalDate ANY_DAY = LocalDate.of(2027, 1, 1);
  private static final String STALE_EXPECTED =
      "must be an ISO period of at least a day such as P7D, cohort-start or booster-expires";

  private final String pointer;
  private final StepDocument document;
  private final List<Problem.FieldError> errors;
  private final int errorsBefore;

  StepReading(String pointer, StepDocument document, List<Problem.FieldError> errors) {
    this.pointer = pointer;
    this.document = document;
    this.errors = errors;
    this.errorsBefore = errors.size();
  }

  /** The step where each of its fields can be read and all of them go together. */
  Optional<Step> read() {
    Optional<Step> step = readFields();
    step.ifPresent(this::checkTogether);
    return errors.size() == errorsBefore ? step : Optional.empty();
  }

  /** The step as it was accepted once, whatever is asked of new ones since. */
  Optional<Step> readStored() {
    Optional<Step> step = readFields();
    return errors.size() == errorsBefore ? step : Optional.empty();
  }

  private Optional<Step> readFields() {
    checkKey();
    Template template = template();
    return template == null ? Optional.empty() : Optional.of(step(template));
  }

  private Step step(Template template) {
    WorkingDays workingDays =
        choice("workingDays", WorkingDays.class, document.workingDays(), WorkingDays.NEXT);
    return new Step(
        document.key(),
        choice("audience", Audience.class, document.audience(), template.audience()),
        choice("anchor", Anchor.class, document.anchor(), null),
        offsets(workingDays),
        workingDays,
        time("localTime", document.localTime(), "09:00"),
        document.sameDayUntil() == null ? null : time("sameDayUntil", document.sameDayUntil(), ""),
        choice("condition", Condition.class, document.condition(), template.condition()),
        parse(
            "staleAfter",
            document.staleAfter(),
            template == Template.BOOSTER ? "booster-expires" : "P7D",
            StaleAfter::parse,
            STALE_EXPECTED),
        template,
        choice("tone", Tone.class, document.tone(), Tone.SOFT),
        choice("category", Category.class, document.category(), template.category()));
  }

  private void checkKey() {
    if (document.key() == null || !KEY.matcher(document.key()).matches()) {
      error("key", "must be 1 to 64 of a-z, 0-9 and -");
    }
  }

  private void checkTogether(Step step) {
    if (step.audience() != null && step.audience() != step.template().audience()) {
      error("audience", "this template speaks to the " + step.template().audience().wireName());
    }
    if (step.category() != null && step.category() != step.template().category()) {
      error("category", "this template belongs to " + step.template().category().wireName());
    }
    boolean booster = step.template() == Template.BOOSTER;
    if (step.anchor() != null && booster != (step.anchor() == Anchor.BOOSTER_DUE)) {
      error("anchor", "booster-due and the template booster belong together");
    }
    if (booster && step.offsets().size() > 1) {
      error("repeat", "a question is asked once");
    }
    if (step.sameDayUntil() != null && step.anchor() != null && !step.anchor().isMoment()) {
      error("sameDayUntil", "needs an anchor with a time: enrolled, completed or plan-committed");
    }
    checkStale(step);
    checkOffsets(step);
  }

  private void checkStale(Step step) {
    StaleAfter stale = step.staleAfter();
    if (stale == null || step.anchor() == null) {
      return;
    }
    boolean booster = step.anchor() == Anchor.BOOSTER_DUE;
    if (booster != (stale.kind() == StaleAfter.Kind.BOOSTER_EXPIRES)) {
      error("staleAfter", "booster-expires belongs to the anchor booster-due, and only there");
    }
    if (stale.kind() == StaleAfter.Kind.COHORT_START && step.anchor() != Anchor.COHORT_START) {
      error("staleAfter", "cohort-start needs the anchor cohort-start");
    }
  }

  private void checkOffsets(Step step) {
    boolean allRead = step.offsets().size() == 1 + repeats().size();
    if (!allRead || step.staleAfter() == null) {
      return;
    }
    boolean endsAtStart =
        step.anchor() == Anchor.COHORT_START
            && step.staleAfter().kind() == StaleAfter.Kind.COHORT_START;
    LocalDate before = LocalDate.MIN;
    for (int i = 0; i < step.offsets().size(); i++) {
      String field = i == 0 ? "offset" : "repeat/" + (i - 1);
      LocalDate day = ANY_DAY.plus(step.offsets().get(i));
      if (endsAtStart && !day.isBefore(ANY_DAY)) {
        error(field, "must be before the start of the cohort, as it is too late then");
      } else if (!day.isAfter(before)) {
        error(field, "must be later than the contact before it");
      }
      before = day;
    }
  }

  private List<Period> offsets(WorkingDays rule) {
    List<Period> result = new ArrayList<>();
    addOffset(result, "offset", document.offset(), rule);
    List<String> repeats = repeats();
    if (repeats.size() > MOST_REPEATS) {
      error("repeat", "at most " + MOST_REPEATS + " repeats");
      return result;
    }
    for (int i = 0; i < repeats.size(); i++) {
      addOffset(result, "repeat/" + i, repeats.get(i), rule);
    }
    return result;
  }

  private List<String> repeats() {
    return document.repeat() == null ? List.of() : document.repeat();
  }

  private void addOffset(List<Period> offsets, String field, String text, WorkingDays rule) {
    Period period = parse(field, text, null, StepReading::period, "must be an ISO period: P7D");
    if (period != null && rule == WorkingDays.COUNT && period.toTotalMonths() != 0) {
      error(field, "must have days only where working days are counted");
    }
    if (period != null) {
      offsets.add(period);
    }
  }

  private static Optional<Period> period(String text) {
    try {
      Period period = Period.parse(text);
      long days = Math.abs(period.toTotalMonths() * 31) + Math.abs((long) period.getDays());
      return Optional.of(period).filter(p -> days <= LONGEST.toTotalMonths() * 31);
    } catch (DateTimeParseException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private Template template() {
    Optional<Template> found =
        Arrays.stream(Template.values())
            .filter(template -> template.wireName().equals(document.template()))
            .findFirst();
    if (found.isEmpty()) {
      error(
          "template",
          Arrays.stream(Template.values())
              .map(Template::wireName)
              .collect(Collectors.joining(", ", "must be one of ", "")));
    }
    return found.orElse(null);
  }

  private LocalTime time(String field, String text, String otherwise) {
    return parse(field, text, otherwise, StepReading::localTime, "must be a time such as 09:00");
  }

  private static Optional<LocalTime> localTime(String text) {
    try {
      return Optional.of(LocalTime.parse(text));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  private <E extends Enum<E>> E choice(String field, Class<E> type, String text, E otherwise) {
    if (text == null && otherwise != null) {
      return otherwise;
    }
    Optional<E> found = text == null ? Optional.empty() : WireNames.find(type, text);
    if (found.isEmpty()) {
      error(field, "must be one of " + WireNames.choices(type));
    }
    return found.orElse(null);
  }

  private <T> T parse(
      String field,
      String text,
      String otherwise,
      Function<String, Optional<T>> parser,
      String expected) {
    String value = text == null ? otherwise : text;
    Optional<T> parsed = value == null ? Optional.empty() : parser.apply(value);
    if (parsed.isEmpty()) {
      error(field, expected);
    }
    return parsed.orElse(null);
  }

  private void error(String field, String detail) {
    errors.add(new Problem.FieldError(pointer + "/" + field, detail));
  }
}
