package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the pages say, in English. */
@MessageBundle("t")
public interface Texts {

  @Message("optional")
  String optional();

  @Message("Fields without “optional” are needed.")
  String required();

  @Message("Please look at this again")
  String faults();

  @Message("Hello{name}")
  String hello(String name);

  @Message("1 – not at all")
  String notAtAll();

  @Message("10 – fully")
  String fully();

  @Message("Skip to content")
  String skip();

  @Message("You got this link by mail. It is for you alone: please do not pass it on.")
  String footer();

  @Message("Save")
  String save();

  @Message("Before your course")
  String expectationsTitle();

  @Message(
      "Three minutes now make “{course}” worth more: people who know what they want "
          + "from a course use more of it afterwards.")
  String expectationsLead(String course);

  @Message(
      "Your manager sees your first three answers, so that you can talk about them. "
          + "Your number from 1 to 10 stays out of that talk.")
  String expectationsWho();

  @Message("Why are you attending?")
  String whyAttending();

  @Message("One or two sentences. What made you, or someone else, think of this course?")
  String whyAttendingHint();

  @Message("Where will you use it?")
  String whereWillUse();

  @Message("A task, a meeting, a customer: the more concrete, the better.")
  String whereWillUseHint();

  @Message("What is the biggest challenge of your role right now?")
  String challenge();

  @Message("We will show it to you again when you make your plan.")
  String challengeHint();

  @Message("How well do you do it today?")
  String baseline();

  @Message("There is no wrong answer. It is what we compare with later.")
  String baselineHint();

  @Message(
      "Thank you, that is saved. Next: a short talk with your manager before the "
          + "course. After it, we will help you make a small plan.")
  String expectationsSaved();

  @Message("Below is what you said. You can change it until the course.")
  String expectationsChange();

  @Message("Share my expectations")
  String expectationsSend();

  @Message("What do you take with you?")
  String reflectionTitle();

  @Message("One minute for two or three things from “{course}” that you want to keep.")
  String reflectionLead(String course);

  @Message("What have you learnt?")
  String learnt();

  @Message("Mark two or three things, in your own words.")
  String learntHint();

  @Message("Where will you use it?")
  String whereUse();

  @Message("Well captured. It is the draft of your plan.")
  String reflectionSaved();

  @Message("Make my plan now")
  String reflectionNext();

  @Message("See my plan")
  String reflectionPlanned();

  @Message("Keep this")
  String reflectionSend();

  @Message("Your plan")
  String planTitle();

  @Message(
      "Good intentions fade. “When this happens, I do that” lasts. Plan one thing "
          + "you will do differently after “{course}”; up to three are welcome.")
  String planLead(String course);

  @Message("Change what no longer fits. Your earlier versions are kept.")
  String planChangeLead();

  @Message("Your manager sees your plan and talks with you about it.")
  String planWho();

  @Message(
      "Your plan was changed in another window meanwhile. Nothing is lost: below is "
          + "what you just entered. Save again to make it the plan.")
  String overtaken();

  @Message("What you said before the course")
  String saidBefore();

  @Message("Where you wanted to use it")
  String saidUse();

  @Message("Your biggest challenge")
  String saidChallenge();

  @Message("What you have learnt")
  String saidLearnt();

  @Message("First, look back")
  String reflectFirst();

  @Message("What will be different when it works?")
  String goal();

  @Message(
      "Something others would notice. For example: “Visits end with an agreed next " + "step.”")
  String goalHint();

  @Message("Action {number}")
  String actionNumber(int number);

  @Message("Add action {number}")
  String actionMore(int number);

  @Message("To leave an action out, empty its fields.")
  String actionMoreHint();

  @Message("When …")
  String situation();

  @Message("The moment you will notice. For example: “a customer raises their voice”.")
  String situationHint();

  @Message("… then I …")
  String action();

  @Message("What others could see or hear. For example: “name the issue in one sentence”.")
  String actionHint();

  @Message("My very first step")
  String firstStep();

  @Message("Ten minutes are enough. For example: “write my sentence on a card”.")
  String firstStepHint();

  @Message("Day of the first step")
  String firstStepOn();

  @Message("Within the next 14 days.")
  String firstStepOnHint();

  @Message("A habit by")
  String dueOn();

  @Message("Within a year.")
  String dueOnHint();

  @Message("What may get in the way?")
  String barrier();

  @Message("What will you do about it?")
  String enabler();

  @Message("Needed if you named something above.")
  String enablerHint();

  @Message("Commit to my plan")
  String planCommit();

  @Message("Save the changed plan")
  String planRevise();

  @Message("Keep the plan as it is")
  String planKeep();

  @Message(
      "That is your plan. We will quote it to you in a week and ask how it goes; "
          + "your manager will talk with you about it.")
  String planSaved();

  @Message(
      "Few and specific works best: three actions are easier to keep than more. You "
          + "can keep them all, or change the plan.")
  String planMany();

  @Message("What you decided after “{course}”.")
  String planShownLead(String course);

  @Message("Version {version}")
  String planVersion(int version);

  @Message("Agreed with your manager")
  String planAgreed();

  @Message("Change my plan")
  String planChange();

  @Message("When")
  String when();

  @Message("then")
  String then();

  @Message("First step")
  String firstStepShown();

  @Message("Habit by")
  String dueShown();

  @Message("If this gets in the way")
  String barrierShown();

  @Message("I do this")
  String enablerShown();

  @Message("What makes a plan last")
  String ingredients();

  @Message("All four are there. Well done!")
  String ingredientsAll();

  @Message("done")
  String present();

  @Message("still missing")
  String missing();

  @Message("Reflection: you looked back")
  String reflection();

  @Message("Actions: you know when and what")
  String actions();

  @Message("Accountability: you talked about it with your manager")
  String accountability();

  @Message("Follow-up: you said how it goes")
  String followUp();

  @Message("Missing: what you have learnt. Two sentences are enough.")
  String nextReflection();

  @Message(
      "Missing: a talk with your manager. We have asked them; you can also just "
          + "speak to them.")
  String nextAccountability();

  @Message("Missing: how it goes. We will ask you in a mail; one tap is enough.")
  String nextFollowUp();

  @Message("Missing: at least one action.")
  String nextActions();

  @Message("How is it going?")
  String checkInTitle();

  @Message("Your own words, from your plan. One tap for each action is enough.")
  String checkInLead();

  @Message("Your goal")
  String goalShown();

  @Message("Last time you said:")
  String lastSaid();

  @Message("How is this one going?")
  String status();

  @Message("Not started yet")
  String notStarted();

  @Message("Started")
  String started();

  @Message("I do it")
  String applied();

  @Message("I am stuck")
  String stuck();

  @Message("Anything to add?")
  String note();

  @Message("If you are stuck: what gets in the way?")
  String noteHint();

  @Message("Send")
  String checkInSend();

  @Message("Thank you, that is noted. Looking at a plan again is half of keeping it.")
  String checkInSaved();

  @Message("You do all of it. That is what the course was for. We will not ask again.")
  String checkInDone();

  @Message("Stuck is normal")
  String stuckTitle();

  @Message(
      "Most plans need a change on the way. A smaller first step, or another moment, "
          + "often helps.")
  String stuckLead();

  @Message("What gets in the way?")
  String stuckWhy();

  @Message("Note it")
  String stuckSend();

  @Message("A talk with {learner} before the course")
  String beforeTitle(String learner);

  @Message(
      "Twenty minutes before “{course}” decide more about its use than the course " + "itself can.")
  String beforeLead(String course);

  @Message("The course starts on {day}.")
  String startsOn(String day);

  @Message("Three questions for the talk")
  String prompts();

  @Message("What is in it for you? Which of your tasks shall become easier?")
  String prompt1();

  @Message("What is in it for our team? What shall we notice afterwards?")
  String prompt2();

  @Message(
      "What is in it for the organization? What can I clear out of the way so that "
          + "it happens?")
  String prompt3();

  @Message("What to look for afterwards")
  String behaviours();

  @Message("What {learner} says")
  String theirWords(String learner);

  @Message(
      "They have not answered yet. Asking these two questions in the talk works just "
          + "as well: why do you attend, and where will you use it?")
  String notShared();

  @Message("Why they attend")
  String saidWhy();

  @Message("Where they will use it")
  String saidWhere();

  @Message("Their biggest challenge")
  String saidBiggest();

  @Message("Log the talk")
  String log();

  @Message("What you logged")
  String logAgain();

  @Message("When did you talk?")
  String heldOn();

  @Message("How well do they do it today, as you see it?")
  String managerBaseline();

  @Message("It is what you compare with after three months. The learner does not see it " + "here.")
  String managerBaselineHint();

  @Message("What came out of it?")
  String outcome();

  @Message("One sentence is enough.")
  String outcomeHint();

  @Message("Log the talk")
  String logSend();

  @Message("Correct the entry")
  String logCorrect();

  @Message(
      "Thank you, the talk is logged. We will write to you after the course, with " + "the plan.")
  String beforeSaved();

  @Message(
      "Logged for {day}. If something is wrong, correct it below; earlier entries " + "are kept.")
  String alreadyLogged(String day);

  @Message("A talk with {learner} after the course")
  String afterTitle(String learner);

  @Message(
      "What people take from “{course}” fades within weeks unless somebody asks. "
          + "Read, talk, agree: twenty minutes.")
  String afterLead(String course);

  @Message("The plan")
  String theirPlan();

  @Message(
      "There is no plan yet. The talk is a good moment to make one together; you can "
          + "log it now and agree the plan later.")
  String noPlan();

  @Message("They have not written down yet what they have learnt. Ask!")
  String notReflected();

  @Message("What they have learnt")
  String saidLearntThey();

  @Message("I agree with this plan")
  String planAgree();

  @Message(
      "If something should change, leave this empty and note it above; the learner "
          + "changes the plan.")
  String planAgreeHint();

  @Message(
      "Thank you, the talk is logged and the plan agreed. In three months we ask "
          + "both of you what has come of it.")
  String afterSavedAgreed();

  @Message(
      "Thank you, the talk is logged. The plan is not agreed yet; you can do that "
          + "here at any time.")
  String afterSaved();

  @Message(
      "The plan was changed while you were reading. Please look at it again before " + "you agree.")
  String planOvertaken();

  @Message("Nearly ready")
  String nearlyTitle();

  @Message(
      "This page is being prepared. Please open the link again in a minute; nothing " + "is lost.")
  String nearlyLead();

  @Message("This is no longer needed")
  String withdrawnTitle();

  @Message(
      "The enrollment for this course was withdrawn, so there is nothing left to do. "
          + "Thank you for looking!")
  String withdrawnLead();

  @Message("This page is closed")
  String leftTitle();

  @Message(
      "It belonged to somebody who is no longer with the organization. There is "
          + "nothing left to do.")
  String leftLead();

  @Message("Somebody else looks after this now")
  String changedTitle();

  @Message(
      "You are no longer named as this person's manager. Whoever is has got, or will "
          + "get, a link of their own. If that is wrong, please tell your HR department.")
  String changedLead();
}
