package org.followthrough.reminder.mail;

import java.util.ArrayList;
import java.util.List;

/** To learner and manager: what became of the course, after three and after twelve months. */
final class EvaluationLetter {

  private EvaluationLetter() {}

  static Content write(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(lead(item, words)));
    if (item.content().baseline() != null) {
      blocks.add(Block.paragraph(words.evaluationBaseline(item.content().baseline())));
    }
    blocks.add(Block.button(words.evaluationButton(), desk.evaluation(item)));
    blocks.add(Block.small(words.evaluationHonest()));
    return new Content(
        subject(item, words),
        words.evaluationPreheader(),
        isYear(item) ? words.evaluation12mHeading() : words.evaluation3mHeading(),
        blocks,
        forManager(item)
            ? words.becauseManager(item.learnerName(), item.courseTitle())
            : words.becauseLearner(item.courseTitle()));
  }

  private static String subject(LetterItem item, MailMessages words) {
    String subject =
        forManager(item)
            ? words.evaluationManagerSubject(item.learnerName(), item.courseTitle())
            : words.evaluationLearnerSubject(item.courseTitle());
    return item.isReminder() ? words.evaluationAgainSubject(subject) : subject;
  }

  private static String lead(LetterItem item, MailMessages words) {
    String course = item.courseTitle();
    if (forManager(item)) {
      return isYear(item)
          ? words.evaluation12mManagerLead(item.learnerName(), course)
          : words.evaluation3mManagerLead(item.learnerName(), course);
    }
    return isYear(item)
        ? words.evaluation12mLearnerLead(course)
        : words.evaluation3mLearnerLead(course);
  }

  private static boolean forManager(LetterItem item) {
    return item.audience().equals("manager");
  }

  private static boolean isYear(LetterItem item) {
    return item.template().contains("12m");
  }
}
