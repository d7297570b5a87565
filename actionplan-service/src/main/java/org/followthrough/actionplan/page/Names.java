package org.followthrough.actionplan.page;

import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.Participant;

/** Names as pages show them, with a kind word where one is not known. */
final class Names {

  private Names() {}

  static String course(FollowUpContext context, String lang) {
    if (context.courseTitle() != null) {
      return context.courseTitle();
    }
    return lang.equals("de") ? "Ihr Kurs" : "your course";
  }

  static String person(Participant person, String lang) {
    if (person.name() != null) {
      return person.name();
    }
    return lang.equals("de") ? "Ihr Teammitglied" : "your team member";
  }

  /** For a greeting; empty where the name is not known. */
  static String greeted(Participant person) {
    return person.name() == null ? "" : " " + person.name();
  }
}
