package org.followthrough.reminder.mail;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * One reason to write: a touch with what its text needs.
 *
 * @param template the mail it becomes, e.g. {@code pre-course-talk}
 * @param occurrence 0 for the first, then its reminders
 * @param learnerName whom it is about
 */
public record LetterItem(
    UUID touchId,
    UUID enrollmentId,
    String template,
    String category,
    String audience,
    int occurrence,
    String learnerName,
    String courseTitle,
    List<String> behaviours,
    BigDecimal costPerPlace,
    ItemContent content) {

  public LetterItem {
    behaviours = behaviours == null ? List.of() : List.copyOf(behaviours);
  }

  LetterItem naming(String somebody, String someCourse) {
    return new LetterItem(
        touchId,
        enrollmentId,
        template,
        category,
        audience,
        occurrence,
        learnerName == null || learnerName.isBlank() ? somebody : learnerName,
        courseTitle == null ? someCourse : courseTitle,
        behaviours,
        costPerPlace,
        content);
  }

  boolean isReminder() {
    return occurrence > 0;
  }

  boolean isTalk() {
    return category.equals("talks");
  }

  /** The talk's kind, as the talk page and the calendar know it. */
  String talkKind() {
    return template.startsWith("pre-") ? "before" : "after";
  }

  @Override
  public String toString() {
    return "touch " + touchId;
  }
}
