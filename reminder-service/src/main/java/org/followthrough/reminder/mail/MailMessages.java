package org.followthrough.reminder.mail;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of our mails in English; other languages are in messages/mail_*.properties. */
@MessageBundle(value = "mail", locale = "en")
public interface MailMessages {

  @Message("Hello {name},")
  String hello(String name);

  @Message("{date} at {time}")
  String dateAndTime(String date, String time);

  @Message("your course")
  String someCourse();

  @Message("A member of your team")
  String somebody();

  // Footer

  @Message("Why this mail?")
  String footerWhy();

  @Message("Choose your mails")
  String footerPreferences();

  @Message("Unsubscribe")
  String footerUnsubscribe();

  @Message("You get this mail because you manage {learner}, who takes part in “{course}”.")
  String becauseManager(String learner, String course);

  @Message("You get this mail because you take part in “{course}”.")
  String becauseLearner(String course);

  @Message("You get this mail because people in your team take part in courses.")
  String becauseTeam();

  @Message("You get this mail because you take part in courses.")
  String becauseCourses();

  // Talk before the course

  @Message("Talk with {learner} before “{course}”")
  String preTalkSubject(String learner, String course);

  @Message("Still time: talk with {learner} before “{course}”")
  String preTalkAgainSubject(String learner, String course);

  @Message("Twenty minutes and three questions are enough.")
  String preTalkPreheader();

  @Message("A short talk before the course")
  String preTalkHeading();

  @Message(
      "{learner} starts “{course}” on {date}. Please take twenty minutes together before then.")
  String preTalkLead(String learner, String course, String date);

  @Message(
      "{learner} is about to start “{course}”. Please take twenty minutes together before then.")
  String preTalkLeadUndated(String learner, String course);

  @Message("Why it pays off")
  String whyItPays();

  @Message("For {learner}: it is clear what to look out for, and that it matters to you.")
  String paysLearner(String learner);

  @Message("For your department: what is learnt goes where your work needs it first.")
  String paysDepartment();

  @Message(
      "For the organisation: a course pays off only through what people do differently afterwards.")
  String paysOrganisation();

  @Message(
      "For the organisation: a place costs {cost}; it pays off only through what people do differently afterwards.")
  String paysOrganisationCost(String cost);

  @Message("Three questions to ask")
  String threeQuestions();

  @Message("What would you like to do better after this course?")
  String preQuestion1();

  @Message("In which situation of the coming weeks will you use it first?")
  String preQuestion2();

  @Message("What could get in the way, and how can I help?")
  String preQuestion3();

  @Message("What you may see afterwards")
  String behaviours();

  @Message("Log our talk")
  String talkButton();

  @Message("When you have talked, log it here. That takes a minute, and stops our reminders.")
  String talkButtonHint();

  @Message("How about {when}? Move it as you like.")
  String talkSlot(String when);

  @Message("Put it in my calendar")
  String talkCalendar();

  @Message("Talk with {learner} about “{course}”")
  String talkCalendarSummary(String learner, String course);

  @Message("Twenty minutes about the course. The questions to ask, and where to log the talk:")
  String talkCalendarDescription();

  // Talk after the course

  @Message("Talk with {learner} about “{course}”")
  String postTalkSubject(String learner, String course);

  @Message("Still open: your talk with {learner} about “{course}”")
  String postTalkAgainSubject(String learner, String course);

  @Message("Ask what will be different now. Twenty minutes are enough.")
  String postTalkPreheader();

  @Message("A short talk after the course")
  String postTalkHeading();

  @Message(
      "{learner} has finished “{course}”. The days after it decide what stays. Please talk soon.")
  String postTalkLead(String learner, String course);

  @Message("What {learner} wants to reach")
  String postTalkGoal(String learner);

  @Message("{learner} has not written a plan yet. Your talk is a good place to begin one.")
  String postTalkNoPlan(String learner);

  @Message("What was most useful for your work?")
  String postQuestion1();

  @Message("What will you do differently, and when for the first time?")
  String postQuestion2();

  @Message("What do you need from me?")
  String postQuestion3();

  // Questions before the course

  @Message("Two questions before “{course}”")
  String preQuestionsSubject(String course);

  @Message("Still time: two questions before “{course}”")
  String preQuestionsAgainSubject(String course);

  @Message("Why are you attending, and where will you use it?")
  String preQuestionsPreheader();

  @Message("Two questions before you start")
  String preQuestionsHeading();

  @Message("“{course}” begins on {date}. Two minutes now help you get out of it what you need:")
  String preQuestionsLead(String course, String date);

  @Message("“{course}” begins soon. Two minutes now help you get out of it what you need:")
  String preQuestionsLeadUndated(String course);

  @Message("Why are you attending?")
  String preQuestionsWhy();

  @Message("Where at work will you use what you learn?")
  String preQuestionsWhere();

  @Message("Answer the two questions")
  String preQuestionsButton();

  @Message("Your manager can read your answers, so that you can talk about them.")
  String preQuestionsVisible();

  // Plan

  @Message("Make your plan after “{course}”")
  String planSubject(String course);

  @Message("Still worth it: your plan after “{course}”")
  String planAgainSubject(String course);

  @Message("One situation, one action, one first step. Five minutes.")
  String planPreheader();

  @Message("What will you do differently?")
  String planHeading();

  @Message(
      "You have finished “{course}”. Good intentions get lost on busy days. A plan that names the situation is easier to keep. It has three parts:")
  String planLead(String course);

  @Message("When …: a situation that will come up")
  String planWhen();

  @Message("then I …: what you will do in it")
  String planThen();

  @Message("Your first step, on a day in the next week")
  String planFirstStep();

  @Message("Write my plan")
  String planButton();

  @Message("About five minutes. One good action is better than five. Your manager can read it.")
  String planHint();

  // Check-in

  @Message("How is your plan from “{course}” going?")
  String checkInSubject(String course);

  @Message("One tap for each action. “Stuck” is a useful answer, too.")
  String checkInPreheader();

  @Message("How is it going?")
  String checkInHeading();

  @Message("After “{course}” you set yourself a goal and wrote down how you will get there:")
  String checkInLead(String course);

  @Message("After “{course}” you made a plan. In your own words:")
  String checkInLeadNoGoal(String course);

  @Message("When {situation}, then {action}")
  String ifThen(String situation, String action);

  @Message("{moment}: {action}")
  String moment(String moment, String action);

  @Message("Say how it is going")
  String checkInButton();

  // Booster

  @Message("One question about “{course}”")
  String boosterSubject(String course);

  @Message("Tap your answer: you see at once what works, and why.")
  String boosterPreheader();

  @Message("Tap your answer. You see at once what works on the job, and why.")
  String boosterHint();

  @Message("Your answers are for you alone: nobody else sees them, not even your manager.")
  String boosterPrivate();

  // Evaluation

  @Message("What has become of “{course}”? One minute, please")
  String evaluationLearnerSubject(String course);

  @Message("What do you notice of “{course}” in {learner}’s work?")
  String evaluationManagerSubject(String learner, String course);

  @Message("Still open: {subject}")
  String evaluationAgainSubject(String subject);

  @Message("Five short questions, one minute.")
  String evaluationPreheader();

  @Message("Three months later")
  String evaluation3mHeading();

  @Message("A year later")
  String evaluation12mHeading();

  @Message("Three months ago you finished “{course}”. What do you use of it?")
  String evaluation3mLearnerLead(String course);

  @Message("A year ago you finished “{course}”. What has stayed?")
  String evaluation12mLearnerLead(String course);

  @Message("Three months ago {learner} finished “{course}”. What do you notice at work?")
  String evaluation3mManagerLead(String learner, String course);

  @Message("A year ago {learner} finished “{course}”. What has stayed?")
  String evaluation12mManagerLead(String learner, String course);

  @Message("“Nothing yet” is an answer, too: it helps to make courses better.")
  String evaluationHonest();

  @Message("Before the course the rating was {baseline} of 10.")
  String evaluationBaseline(int baseline);

  @Message("Answer five questions")
  String evaluationButton();

  // Several at once

  @Message("Your team: {count} things to do")
  String digestTeamSubject(int count);

  @Message("Your courses: {count} things to do")
  String digestOwnSubject(int count);

  @Message("For {names}")
  String digestTeamPreheader(String names);

  @Message("About {names}")
  String digestOwnPreheader(String names);

  @Message("For your team today")
  String digestTeamHeading();

  @Message("For you today")
  String digestOwnHeading();

  @Message("Everything in one mail, so that you get no more of them than needed.")
  String digestLead();

  @Message("Talk before the course (20 minutes each)")
  String digestPreTalk();

  @Message("Talk after the course (20 minutes each)")
  String digestPostTalk();

  @Message("Say what you notice (one minute each)")
  String digestEvaluationManager();

  @Message("Prepare")
  String digestPreQuestions();

  @Message("Plan")
  String digestPlan();

  @Message("Check in")
  String digestCheckIn();

  @Message("Look back (one minute each)")
  String digestEvaluationLearner();

  @Message("“{course}”")
  String quoted(String course);

  @Message(
      "Questions to ask: What do you want to do better? Where will you use it first? How can I help?")
  String digestPreTalkHint();

  @Message(
      "Questions to ask: What was most useful? What will you do differently? What do you need?")
  String digestPostTalkHint();

  @Message("Starts on {date}.")
  String digestStarts(String date);
}
