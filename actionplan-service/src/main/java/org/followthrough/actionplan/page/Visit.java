package org.followthrough.actionplan.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.followthrough.actionplan.followup.FollowUpContext;
import org.followthrough.actionplan.followup.Participant;
import org.followthrough.kit.link.Link;
import org.followthrough.kit.page.Languages;

/**
 * Somebody opened a page by a link that admits them.
 *
 * @param path the page's own address
 * @param marks what the query says beside the address, e.g. that something was just saved
 */
record Visit(
    String path,
    Link link,
    FollowUpContext context,
    Participant recipient,
    Instant now,
    Set<String> marks) {

  static final String SAVED = "saved";
  static final String CHANGE = "change";

  String lang() {
    return Languages.of(recipient.locale());
  }

  LocalDate today() {
    return LocalDate.ofInstant(now, recipient.zone());
  }

  /** Whether the course is over, on the recipient's day. */
  boolean isCourseOver() {
    return context.isCourseOver(today());
  }

  boolean isJustSaved() {
    return marks.contains(SAVED);
  }

  /** Whether the learner wants to write the plan, whatever the link was sent for. */
  boolean wantsPlanForm() {
    return marks.contains(CHANGE);
  }
}
