package org.followthrough.bench.bed;

import java.util.Locale;

/**
 * One line of the result: a figure of ours beside one of a peer or a limit of the same run, or a
 * figure with a bound.
 */
public record Line(
    String what, String ours, String against, String ratio, String goal, String verdict) {

  /** Ours should reach at least {@code goal} times the other. */
  public static Line ratio(String what, Pace ours, String name, Pace other, double goal) {
    double ratio = ours.perSecond() / other.perSecond();
    return new Line(
        what,
        rate(ours.perSecond()),
        name + ": " + rate(other.perSecond()),
        number("%.2f", ratio),
        "≥ " + number("%.2f", goal),
        verdict(ratio >= goal));
  }

  /** The figure should be no higher than the goal. */
  public static Line atMost(String what, double ours, String unit, double goal) {
    return new Line(
        what,
        number(ours < 10 ? "%.1f" : "%,.0f", ours) + " " + unit,
        "",
        "",
        "≤ " + number("%.0f", goal) + " " + unit,
        verdict(ours <= goal));
  }

  /** A figure to know, without a goal. */
  public static Line figure(String what, String value) {
    return new Line(what, value, "", "", "", "");
  }

  private static String rate(double perSecond) {
    return number("%,.0f/s", perSecond);
  }

  private static String verdict(boolean met) {
    return met ? "met" : "MISSED";
  }

  private static String number(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
