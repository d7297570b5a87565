package org.followthrough.reminder.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Several things for one person, grouped by what to do. */
final class DigestLetter {

  private static final int NAMES_IN_PREHEADER = 4;

  /** The groups in the order in which they stand in the mail. */
  private enum Group {
    PRE_TALK,
    POST_TALK,
    EVALUATION_MANAGER,
    PRE_QUESTIONS,
    PLAN,
    CHECK_IN,
    EVALUATION_LEARNER;

    static Group of(LetterItem item) {
      return switch (item.template()) {
        case "pre-course-talk" -> PRE_TALK;
        case "post-course-talk" -> POST_TALK;
        case "pre-course-questions" -> PRE_QUESTIONS;
        case "plan-invitation" -> PLAN;
        case "plan-check-in" -> CHECK_IN;
        default -> item.audience().equals("manager") ? EVALUATION_MANAGER : EVALUATION_LEARNER;
      };
    }
  }

  private DigestLetter() {}

  static Content write(List<LetterItem> items, Desk desk) {
    MailMessages words = desk.words();
    boolean team = items.stream().anyMatch(item -> item.audience().equals("manager"));
    List<Block> blocks = new ArrayList<>();
    blocks.add(Block.paragraph(words.digestLead()));
    Map<Group, List<LetterItem>> groups =
        items.stream().collect(Collectors.groupingBy(Group::of, TreeMap::new, Collectors.toList()));
    groups.forEach((group, members) -> group(group, members, desk, blocks));
    return new Content(
        team ? words.digestTeamSubject(items.size()) : words.digestOwnSubject(items.size()),
        team
            ? words.digestTeamPreheader(names(items, LetterItem::learnerName))
            : words.digestOwnPreheader(names(items, item -> words.quoted(item.courseTitle()))),
        team ? words.digestTeamHeading() : words.digestOwnHeading(),
        blocks,
        team ? words.becauseTeam() : words.becauseCourses());
  }

  private static String names(List<LetterItem> items, Function<LetterItem, String> name) {
    List<String> names = items.stream().map(name).distinct().toList();
    String first = names.stream().limit(NAMES_IN_PREHEADER).collect(Collectors.joining(", "));
    return names.size() > NAMES_IN_PREHEADER ? first + " …" : first;
  }

  private static void group(Group group, List<LetterItem> members, Desk desk, List<Block> blocks) {
    blocks.add(Block.section(heading(group, desk.words())));
    members.forEach(item -> item(group, item, desk, blocks));
    hint(group, desk.words(), blocks);
  }

  private static void item(Group group, LetterItem item, Desk desk, List<Block> blocks) {
    MailMessages words = desk.words();
    boolean own = item.audience().equals("learner");
    String course = words.quoted(item.courseTitle());
    blocks.add(
        Block.person(
            own ? course : item.learnerName(), about(group, item, own ? "" : course, desk)));
    if (group == Group.CHECK_IN) {
      blocks.add(Block.quote(PlanLetters.ownWords(item.content(), words)));
    }
    if (item.isTalk()) {
      String when = desk.dateAndTime(desk.slot(item).start());
      blocks.add(Block.link(words.talkSlot(when), words.talkCalendar(), desk.calendar(item)));
    }
    blocks.add(Block.quietButton(button(group, words), url(group, item, desk)));
  }

  private static String about(Group group, LetterItem item, String course, Desk desk) {
    boolean starts = group == Group.PRE_TALK || group == Group.PRE_QUESTIONS;
    if (!starts || item.content().startsOn() == null) {
      return course;
    }
    String when = desk.words().digestStarts(desk.date(item.content().startsOn()));
    return course.isEmpty() ? when : course + ". " + when;
  }

  private static void hint(Group group, MailMessages words, List<Block> blocks) {
    if (group == Group.PRE_TALK) {
      blocks.add(Block.small(words.digestPreTalkHint()));
    } else if (group == Group.POST_TALK) {
      blocks.add(Block.small(words.digestPostTalkHint()));
    }
  }

  private static String heading(Group group, MailMessages words) {
    return switch (group) {
      case PRE_TALK -> words.digestPreTalk();
      case POST_TALK -> words.digestPostTalk();
      case EVALUATION_MANAGER -> words.digestEvaluationManager();
      case PRE_QUESTIONS -> words.digestPreQuestions();
      case PLAN -> words.digestPlan();
      case CHECK_IN -> words.digestCheckIn();
      case EVALUATION_LEARNER -> words.digestEvaluationLearner();
    };
  }

  private static String button(Group group, MailMessages words) {
    return switch (group) {
      case PRE_TALK, POST_TALK -> words.talkButton();
      case EVALUATION_MANAGER, EVALUATION_LEARNER -> words.evaluationButton();
      case PRE_QUESTIONS -> words.preQuestionsButton();
      case PLAN -> words.planButton();
      case CHECK_IN -> words.checkInButton();
    };
  }

  private static String url(Group group, LetterItem item, Desk desk) {
    return switch (group) {
      case PRE_TALK, POST_TALK -> desk.talkPage(item);
      case EVALUATION_MANAGER, EVALUATION_LEARNER -> desk.evaluation(item);
      case PRE_QUESTIONS -> desk.planPage(item, "expectations");
      case PLAN -> desk.planPage(item, "plan");
      case CHECK_IN -> desk.planPage(item, "checkin");
    };
  }
}
