package org.followthrough.reminder.mail;

import java.util.List;

/**
 * A piece of a letter, the same in HTML and in plain text.
 *
 * @param kind paragraph, small, heading, section, person, bullets, quote, button, quiet, link,
 *     choices or canary
 * @param lines bullets, the lines of a quote, or choices
 */
public record Block(String kind, String text, List<Line> lines, String label, String url) {

  /**
   * @param key of a choice, else null
   * @param url where it leads, else null
   */
  public record Line(String key, String text, String url) {}

  static Block paragraph(String text) {
    return new Block("paragraph", text, List.of(), null, null);
  }

  static Block small(String text) {
    return new Block("small", text, List.of(), null, null);
  }

  static Block heading(String text) {
    return new Block("heading", text, List.of(), null, null);
  }

  /** A heading that begins something else. */
  static Block section(String text) {
    return new Block("section", text, List.of(), null, null);
  }

  /** Whom or what the following is about. */
  static Block person(String name, String about) {
    return new Block("person", name, List.of(), about, null);
  }

  static Block bullets(List<String> items) {
    return new Block("bullets", null, lines(items), null, null);
  }

  static Block quote(List<String> text) {
    List<String> split = text.stream().flatMap(String::lines).toList();
    return new Block("quote", null, lines(split), null, null);
  }

  static Block button(String label, String url) {
    return new Block("button", null, List.of(), label, url);
  }

  /** A button beside others of the same weight. */
  static Block quietButton(String label, String url) {
    return new Block("quiet", null, List.of(), label, url);
  }

  static Block link(String text, String label, String url) {
    return new Block("link", text, List.of(), label, url);
  }

  static Block choices(List<Line> choices) {
    return new Block("choices", null, List.copyOf(choices), null, null);
  }

  /** A link no person sees: who follows it follows all of them. */
  static Block canary(String url) {
    return new Block("canary", null, List.of(), null, url);
  }

  private static List<Line> lines(List<String> texts) {
    return texts.stream().map(text -> new Line(null, text, null)).toList();
  }
}
