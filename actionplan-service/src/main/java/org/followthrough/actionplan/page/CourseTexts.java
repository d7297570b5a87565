package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/**
 * Words of the pages before and right after the course. German is in messages/course_de.properties.
 */
@MessageBundle("course")
interface CourseTexts {

  @Message("Before your course")
  String expectationsTitle();

  @Message(
      "Three minutes now make “{course}” worth more: people who know what they want from a course use more of it afterwards.")
  String expectationsLead(String course);

  @Message(
      "Your manager sees your first three answers, so that you can talk about them. Your number from 1 to 10 stays out of that talk.")
  String expectationsWho();

  @Message("Why are you attending?")
  String whyAttending();

  @Message("One or two sentences. What made you, or someone else, think of this course?")
  String whyAttendingHint();

  @Message("Where will you use it?")
  String whereUse();

  @Message("A task, a meeting, a customer: the more concrete, the better.")
  String whereUseHint();

  @Message("What is the biggest challenge of your role right now?")
  String challenge();

  @Message("We will show it to you again when you make your plan.")
  String challengeHint();

  @Message("How well do you do it today?")
  String baseline();

  @Message("At what “{course}” is about. No answer is wrong; later we compare with it.")
  String baselineHint(String course);

  @Message(
      "Thank you, that is saved. Next: a short talk with your manager before the course. After it, we will help you make a small plan.")
  String expectationsSaved();

  @Message("Below is what you said. You can change it until the course is over.")
  String expectationsChange();

  @Message("Share my expectations")
  String expectationsSend();

  @Message("“{course}” is over, so this page is closed.")
  String overLead(String course);

  @Message(
      "You did not fill it in before the course, and that is fine: what counts now is what you do with it.")
  String overNothing();

  @Message("Your number before the course: {number} of 10.")
  String overNumber(int number);

  @Message("What do you take with you?")
  String reflectionTitle();

  @Message("One minute for two or three things from “{course}” that you want to keep.")
  String reflectionLead(String course);

  @Message("What have you learnt?")
  String learnt();

  @Message("Two or three things, in your own words.")
  String learntHint();

  @Message("Thank you, that is saved. Now make a plan of it: five minutes are enough.")
  String reflectionSaved();

  @Message("Thank you, that is saved.")
  String reflectionSavedPlanned();

  @Message("Make my plan now")
  String reflectionNext();

  @Message("Save what I learnt")
  String reflectionSend();

  @Message("What you said before the course")
  String saidBefore();

  @Message("Where you wanted to use it")
  String saidUse();

  @Message("Your biggest challenge")
  String saidChallenge();

  @Message("What you have learnt")
  String saidLearnt();
}
