package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.kit.problem.Problem.FieldError;

/** Reads the fields of one JSON object, and notes every fault with a pointer to its field. */
final class FieldReader {

  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);
  private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);
  private static final int LONGEST_DATE = 40;
  private static final int MOST_UNKNOWN = 10;

  private final JsonNode object;
  private final String pointer;
  private final List<FieldError> faults;
  private final Set<String> asked = new HashSet<>();

  FieldReader(JsonNode object, String pointer, List<FieldError> faults) {
    this.object = object;
    this.pointer = pointer;
    this.faults = faults;
  }

  String id(String field) {
    return required(field, line(field, Texts.ID_LENGTH));
  }

  /** An id that is compared as it came. */
  String exactId(String field) {
    return required(field, text(field, text -> Texts.lineFault(text, Texts.ID_LENGTH)));
  }

  String idIfAny(String field) {
    return line(field, Texts.ID_LENGTH);
  }

  String required(String field, String value) {
    if (value == null && isAbsent(field)) {
      fault(field, "is required");
    }
    return value;
  }

  String line(String field, int longest) {
    String value = text(field, text -> Texts.lineFault(text, longest));
    return value == null ? null : Texts.normal(value);
  }

  /** A text to which the rule has no objection; null where it is absent or at fault. */
  String text(String field, Function<String, Optional<String>> rule) {
    JsonNode value = value(field);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      fault(field, "must be a string");
      return null;
    }
    Optional<String> objection = rule.apply(value.textValue());
    objection.ifPresent(detail -> fault(field, detail));
    return objection.isPresent() ? null : value.textValue();
  }

  LocalDate date(String field) {
    String text = text(field, value -> Optional.empty());
    return text == null
        ? null
        : parsed(field, text, LocalDate::parse, "must be a date such as 2027-01-18");
  }

  LocalDate requiredDate(String field) {
    LocalDate date = date(field);
    required(field, date == null ? null : "");
    return date;
  }

  Instant instant(String field) {
    String text = text(field, value -> Optional.empty());
    // Microseconds, as the database keeps them: order must not change by storing.
    return text == null
        ? null
        : parsed(
            field,
            text,
            value -> Instants.parse(value).truncatedTo(ChronoUnit.MICROS),
            "must be a date and time with offset such as 2027-01-18T15:00:00Z");
  }

  Instant requiredInstant(String field) {
    Instant instant = instant(field);
    required(field, instant == null ? null : "");
    return instant;
  }

  private <T> T parsed(String field, String text, Function<String, T> parser, String expectation) {
    try {
      T value = text.length() > LONGEST_DATE ? null : parser.apply(text);
      if (value != null && isInRange(value)) {
        return value;
      }
    } catch (DateTimeException e) {
      // Told below like every other text that is none.
    }
    fault(field, expectation);
    return null;
  }

  private static boolean isInRange(Object value) {
    LocalDate day =
        value instanceof Instant instant
            ? LocalDate.ofInstant(instant, ZoneOffset.UTC)
            : (LocalDate) value;
    return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
  }

  /** The object in this field, or null with the fault noted. */
  JsonNode object(String field) {
    JsonNode value = value(field);
    if (value == null) {
      fault(field, "is required");
    } else if (!value.isObject()) {
      fault(field, "must be an object");
    }
    return value != null && value.isObject() ? value : null;
  }

  void fault(String field, String detail) {
    faults.add(new FieldError(pointer + "/" + escaped(field), detail));
  }

  /** Notes the fields that were not asked for: the first of them each, the others as a number. */
  void refuseOthers() {
    int unknown = 0;
    for (Iterator<String> names = object.fieldNames(); names.hasNext(); ) {
      String field = names.next();
      if (!asked.contains(field) && unknown++ < MOST_UNKNOWN) {
        fault(field, "is not a known field");
      }
    }
    if (unknown > MOST_UNKNOWN) {
      String detail = "has " + (unknown - MOST_UNKNOWN) + " more fields that are not known";
      faults.add(new FieldError(pointer, detail));
    }
  }

  private boolean isAbsent(String field) {
    return value(field) == null;
  }

  private JsonNode value(String field) {
    asked.add(field);
    JsonNode value = object.get(field);
    return value == null || value.isNull() ? null : value;
  }

  private static String escaped(String field) {
    return field.replace("~", "~0").replace("/", "~1");
  }
}
