package org.followthrough.reminder.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** To a learner: questions before the course, the plan, and how it goes. */
final class PlanLetters {

  private static final Pattern WHEN = cue("when|wenn");
  private static final Pattern THEN = cue("then|dann");
  private static final Pattern OTHER_CUE =
      cue(
          "whenever|if|once|while|every|each|as soon as|after|before|during|at|on|in"
              + "|immer|sobald|falls|während|jedes|jeden|jede|nach|nachdem|vor|bevor|bei|beim|am|im|in");
  private static final Pattern END = Pattern.compile("[\\s.,;:…]+$");

  private PlanLetters() {}

  private static Pattern cue(String words) {
    return Pattern.compile(
        "^(?:" + words + ")\\s+", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  static Content questions(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    String course = item.courseTitle();
    String lead =
        item.content().startsOn() == null
            ? words.preQuestionsLeadUndated(course)
            : words.preQuestionsLead(course, desk.date(item.content().startsOn()));
    String subject =
        item.isReminder()
            ? words.preQuestionsAgainSubject(course)
            : words.preQuestionsSubject(course);
    List<Block> blocks =
        List.of(
            Block.paragraph(lead),
            Block.bullets(List.of(words.preQuestionsWhy(), words.preQuestionsWhere())),
            Block.button(words.preQuestionsButton(), desk.planPage(item, "expectations")),
            Block.small(words.preQuestionsVisible()));
    return new Content(
        subject,
        words.preQuestionsPreheader(),
        words.preQuestionsHeading(),
        blocks,
        words.becauseLearner(course));
  }

  static Content invitation(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    String course = item.courseTitle();
    List<Block> blocks =
        List.of(
            Block.paragraph(words.planLead(course)),
            Block.bullets(List.of(words.planWhen(), words.planThen(), words.planFirstStep())),
            Block.button(words.planButton(), desk.planPage(item, "plan")),
            Block.small(words.planHint()));
    return new Content(
        item.isReminder() ? words.planAgainSubject(course) : words.planSubject(course),
        words.planPreheader(),
        words.planHeading(),
        blocks,
        words.becauseLearner(course));
  }

  static Content checkIn(LetterItem item, Desk desk) {
    MailMessages words = desk.words();
    String course = item.courseTitle();
    boolean goal = item.content().goal() != null;
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(goal ? words.checkInLead(course) : words.checkInLeadNoGoal(course)));
    blocks.add(Block.quote(ownWords(item.content(), words)));
    blocks.add(Block.button(words.checkInButton(), desk.planPage(item, "checkin")));
    blocks.add(Block.small(words.checkInPreheader()));
    return new Content(
        words.checkInSubject(course),
        words.checkInPreheader(),
        words.checkInHeading(),
        blocks,
        words.becauseLearner(course));
  }

  /** Goal and if-then actions exactly as the learner put them. */
  static List<String> ownWords(ItemContent content, MailMessages words) {
    List<String> lines = new ArrayList<>();
    if (content.goal() != null) {
      lines.add(content.goal());
    }
    content.actions().forEach(action -> lines.add(ifThen(action, words)));
    return lines;
  }

  /** The form asks for what follows "When"; some write the word all the same, or another one. */
  private static String ifThen(ItemContent.PlannedAction planned, MailMessages words) {
    String situation = END.matcher(planned.situation().strip()).replaceFirst("");
    String action = THEN.matcher(planned.action().strip()).replaceFirst("");
    return OTHER_CUE.matcher(situation).find()
        ? words.moment(situation, action)
        : words.ifThen(WHEN.matcher(situation).replaceFirst(""), action);
  }
}
