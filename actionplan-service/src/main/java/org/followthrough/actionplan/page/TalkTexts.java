package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the manager's pages. German is in messages/talk_de.properties. */
@MessageBundle("talk")
interface TalkTexts {

  @Message("A talk with {learner} before the course")
  String beforeTitle(String learner);

  @Message(
      "People use more of a course when their manager talks with them about it. Twenty minutes before “{course}” are enough.")
  String beforeLead(String course);

  @Message("The course is over. If you talked before it, you can still log that here.")
  String beforeOver();

  @Message("Thank you, the talk is logged.")
  String beforeOverSaved();

  @Message("The course starts on {day}.")
  String startsOn(String day);

  @Message("Three questions for the talk")
  String prompts();

  @Message("What is in it for you? Which of your tasks shall become easier?")
  String prompt1();

  @Message("What is in it for our team? What shall we notice afterwards?")
  String prompt2();

  @Message(
      "What is in it for the organization? What can I clear out of the way so that it happens?")
  String prompt3();

  @Message("What to look for afterwards")
  String behaviours();

  @Message("What {learner} says")
  String theirWords(String learner);

  @Message(
      "They have not answered yet. Asking these two questions in the talk works just as well: why do you attend, and where will you use it?")
  String notShared();

  @Message("Why they attend")
  String saidWhy();

  @Message("Where they will use it")
  String saidWhere();

  @Message("Their biggest challenge")
  String saidBiggest();

  @Message("Log the talk")
  String log();

  @Message("Already logged")
  String logAgain();

  @Message("When did you talk?")
  String heldOn();

  @Message("How well does {learner} do it today, as you see it?")
  String managerBaseline(String learner);

  @Message("It is what you compare with after three months. The learner does not see it here.")
  String managerBaselineHint();

  @Message("What came out of it?")
  String outcome();

  @Message("One sentence is enough.")
  String outcomeHint();

  @Message("One sentence is enough; {learner} sees it beside the plan.")
  String outcomeShown(String learner);

  @Message("Log the talk")
  String logSend();

  @Message("Correct the entry")
  String logCorrect();

  @Message("Thank you, the talk is logged. We will write to you after the course, with the plan.")
  String beforeSaved();

  @Message("Logged for {day}. If something is wrong, correct it below; earlier entries are kept.")
  String alreadyLogged(String day);

  @Message("A talk with {learner} after the course")
  String afterTitle(String learner);

  @Message(
      "A plan that somebody else knows of is more likely to be kept. Read, talk, agree: twenty minutes after “{course}”.")
  String afterLead(String course);

  @Message("The plan")
  String theirPlan();

  @Message(
      "There is no plan yet. The talk is a good moment to make one together; you can log it now and agree the plan later.")
  String noPlan();

  @Message("They have not written down yet what they have learnt. Ask!")
  String notReflected();

  @Message("What they have learnt")
  String saidLearntThey();

  @Message("I agree with this plan")
  String planAgree();

  @Message(
      "If something should change, leave this empty and say so above; {learner} changes the plan.")
  String planAgreeHint(String learner);

  @Message(
      "Thank you, the talk is logged and the plan agreed. In three months we ask both of you what has come of it.")
  String afterSavedAgreed();

  @Message(
      "Thank you, the talk is logged. The plan is not agreed yet; you can do that here at any time.")
  String afterSaved();

  @Message("Thank you, the talk is logged. Once there is a plan, you can agree it here.")
  String afterSavedNoPlan();

  @Message("The plan was changed meanwhile. Please look at it again before you agree.")
  String planOvertaken();
}
