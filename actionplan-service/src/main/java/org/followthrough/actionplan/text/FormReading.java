package org.followthrough.actionplan.text;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads the fields of a form one by one and collects what is wrong with them. */
public final class FormReading {

  private static final Pattern RATING = Pattern.compile("[1-9]|10");

  private final Form form;
  private final List<Finding> findings = new ArrayList<>();

  public FormReading(Form form) {
    this.form = form;
  }

  /** What was found so far; a form without findings can be taken. */
  public List<Finding> findings() {
    return List.copyOf(findings);
  }

  /** Adds what only the reader of this form can find. */
  public void add(Finding finding) {
    findings.add(finding);
  }

  /** A text that has to be there. */
  public String required(String field, int longest, FieldFault ifMissing) {
    String text = optional(field, longest);
    if (text == null) {
      findings.add(ifMissing.at(field));
    }
    return text;
  }

  /** A text that may be missing. */
  public String optional(String field, int longest) {
    String text = FreeText.lines(form.raw(field));
    if (FreeText.isUnreadable(text)) {
      findings.add(FieldFault.UNREADABLE.at(field));
    } else if (text != null && text.length() > longest) {
      findings.add(FieldFault.TOO_LONG.at(field, longest));
    }
    return text;
  }

  /** A number from 1 to 10; 0 where it is missing. */
  public int rating(String field) {
    String text = FreeText.line(form.raw(field));
    if (text == null || !RATING.matcher(text).matches()) {
      findings.add(FieldFault.RATING_MISSING.at(field));
      return 0;
    }
    return Integer.parseInt(text);
  }

  /** A day of the past year or today; null where it is missing. */
  public LocalDate pastDay(String field, LocalDate today) {
    LocalDate day = day(field);
    if (day == null) {
      if (findings.stream().noneMatch(finding -> finding.field().equals(field))) {
        findings.add(FieldFault.HELD_ON_MISSING.at(field));
      }
    } else if (day.isAfter(today)) {
      findings.add(FieldFault.NOT_YET.at(field));
    } else if (day.isBefore(today.minusYears(1))) {
      findings.add(FieldFault.LONG_AGO.at(field));
    }
    return day;
  }

  /** A day; null where it is missing or none. */
  public LocalDate day(String field) {
    String text = FreeText.line(form.raw(field));
    LocalDate day = dayOf(text);
    if (text != null && day == null) {
      findings.add(FieldFault.NOT_A_DAY.at(field));
    }
    return day;
  }

  /** Reads an ISO day of our age; null for anything else. */
  public static LocalDate dayOf(String text) {
    try {
      LocalDate day = text == null || text.length() != 10 ? null : LocalDate.parse(text);
      return day == null || day.getYear() < 1900 ? null : day;
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
