package org.followthrough.reminder.preference;

import java.util.List;

/** The kinds of mail a person can end, by the words used in links, tables and events. */
final class Category {

  static final List<String> ALL = List.of("talks", "plans", "boosters", "evaluations");

  private Category() {}

  /** The categories a link stands for; none for what is no category. */
  static List<String> of(String option) {
    if (option.equals("all")) {
      return ALL;
    }
    return ALL.contains(option) ? List.of(option) : List.of();
  }
}
