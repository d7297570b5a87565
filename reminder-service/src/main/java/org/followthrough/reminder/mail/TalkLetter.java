package org.followthrough.reminder.mail;

import java.util.ArrayList;
import java.util.List;

/** To a manager: talk with a learner, before or after the course. */
final class TalkLetter {

  private TalkLetter() {}

  static Content write(LetterItem item, Desk desk) {
    return item.talkKind().equals("before") ? before(item, desk) : after(item, desk);
  }

  private static Content before(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(lead(item, words, desk)));
    blocks.add(Block.heading(words.threeQuestions()));
    blocks.add(
        Block.bullets(List.of(words.preQuestion1(), words.preQuestion2(), words.preQuestion3())));
    booking(item, desk, blocks);
    blocks.add(Block.heading(words.whyItPays()));
    blocks.add(Block.bullets(reasons(item, desk)));
    behaviours(item, words, blocks);
    String subject =
        item.isReminder()
            ? words.preTalkAgainSubject(item.learnerName(), item.courseTitle())
            : words.preTalkSubject(item.learnerName(), item.courseTitle());
    return content(item, words, subject, words.preTalkPreheader(), words.preTalkHeading(), blocks);
  }

  private static String lead(LetterItem item, MailMessages words, Desk desk) {
    return item.content().startsOn() == null
        ? words.preTalkLeadUndated(item.learnerName(), item.courseTitle())
        : words.preTalkLead(
            item.learnerName(), item.courseTitle(), desk.date(item.content().startsOn()));
  }

  private static List<String> reasons(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    String organisation =
        item.costPerPlace() == null
            ? words.paysOrganisation()
            : words.paysOrganisationCost(desk.number(item.costPerPlace()));
    return List.of(words.paysLearner(item.learnerName()), words.paysDepartment(), organisation);
  }

  private static Content after(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(words.postTalkLead(item.learnerName(), item.courseTitle())));
    plan(item, words, blocks);
    blocks.add(Block.heading(words.threeQuestions()));
    blocks.add(
        Block.bullets(
            List.of(words.postQuestion1(), words.postQuestion2(), words.postQuestion3())));
    booking(item, desk, blocks);
    behaviours(item, words, blocks);
    String subject =
        item.isReminder()
            ? words.postTalkAgainSubject(item.learnerName(), item.courseTitle())
            : words.postTalkSubject(item.learnerName(), item.courseTitle());
    return content(
        item, words, subject, words.postTalkPreheader(), words.postTalkHeading(), blocks);
  }

  private static void plan(LetterItem item, MailMessages words, List<Block> blocks) {
    ItemContent content = item.content();
    if (content.goal() == null && content.actions().isEmpty()) {
      blocks.add(Block.paragraph(words.postTalkNoPlan(item.learnerName())));
      return;
    }
    blocks.add(Block.heading(words.postTalkGoal(item.learnerName())));
    blocks.add(Block.quote(PlanLetters.ownWords(content, words)));
  }

  private static void booking(LetterItem item, Desk desk, List<Block> blocks) {
    MailMessages words = desk.words();
    String when = desk.dateAndTime(desk.slot(item).start());
    blocks.add(Block.paragraph(words.talkSlot(when)));
    blocks.add(Block.button(words.talkCalendar(), desk.calendar(item)));
    blocks.add(Block.small(words.talkButtonHint()));
    blocks.add(Block.quietButton(words.talkButton(), desk.talkPage(item)));
  }

  private static void behaviours(LetterItem item, MailMessages words, List<Block> blocks) {
    if (!item.behaviours().isEmpty()) {
      blocks.add(Block.heading(words.behaviours()));
      blocks.add(Block.bullets(item.behaviours().stream().limit(3).toList()));
    }
  }

  private static Content content(
      LetterItem item,
      MailMessages words,
      String subject,
      String preheader,
      String heading,
      List<Block> blocks) {
    String because = words.becauseManager(item.learnerName(), item.courseTitle());
    return new Content(subject, preheader, heading, blocks, because);
  }
}
