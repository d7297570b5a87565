package org.followthrough.actionplan.text;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days in words, e.g. "Wednesday, 20 January 2027". */
public final class Days {

  private Days() {}

  public static String inWords(LocalDate day, String lang) {
    boolean german = lang.equals("de");
    String pattern = german ? "EEEE, d. MMMM uuuu" : "EEEE, d MMMM uuuu";
    Locale locale = german ? Locale.GERMAN : Locale.UK;
    return DateTimeFormatter.ofPattern(pattern, locale).format(day);
  }
}
