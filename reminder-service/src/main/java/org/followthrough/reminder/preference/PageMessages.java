package org.followthrough.reminder.preference;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of our pages in English; other languages are in messages/mailpage_*.properties. */
@MessageBundle(value = "mailpage", locale = "en")
public interface PageMessages {

  // Categories

  @Message("Talks with your team")
  String talks();

  @Message("One request before and one after each course of somebody in your team")
  String talksHint();

  @Message("Plans")
  String plans();

  @Message("Two questions before a course, your plan after it, and how it goes")
  String plansHint();

  @Message("Questions")
  String boosters();

  @Message("One short question now and then, so that what you learnt stays")
  String boostersHint();

  @Message("Looking back")
  String evaluations();

  @Message("Five questions, three and twelve months after a course")
  String evaluationsHint();

  @Message("All mails of Followthrough")
  String all();

  // Unsubscribe

  @Message("Unsubscribe")
  String unsubscribeTitle();

  @Message("Do you want no more mails of this kind?")
  String unsubscribeQuestion();

  @Message("No more of these mails")
  String unsubscribeButton();

  @Message("Done: no more of these mails")
  String unsubscribedTitle();

  @Message("It counts from now on. A mail that is on its way already may still come.")
  String unsubscribedText();

  @Message("You have ended these mails already. There is nothing left to do.")
  String alreadyEnded();

  @Message(
      "You manage people who take courses. Each talk and each look back needs you once, so the one"
          + " request for it still comes. Its reminders end.")
  String mustHave();

  @Message("Changed your mind? Choose what you get")
  String toPreferences();

  // Preferences

  @Message("Choose what you get")
  String preferencesTitle();

  @Message("Tick the mails you want. You can change it at any time.")
  String preferencesLead();

  @Message("Mails")
  String preferencesLegend();

  @Message("Save")
  String save();

  @Message("Saved. It counts from now on.")
  String saved();

  @Message(
      "As a manager you still get the one request for each talk and each look back; without the tick its reminders end.")
  String preferencesMustHave();

  @Message("Unknown choice: {value}")
  String unknownChoice(String value);

  // Why

  @Message("Why this mail?")
  String whyTitle();

  @Message("You got a mail on {date}. This is why:")
  String whyLead(String date);

  @Message("What is planned next for you")
  String whyNext();

  @Message("Nothing is planned for you at the moment.")
  String whyNothing();

  @Message("Days can move: when plans change, when you are away, or when it is done before.")
  String whyMoves();

  @Message("For")
  String whyFor();

  @Message("When")
  String whyWhen();

  @Message("What")
  String whyWhat();

  @Message("you")
  String whyYou();

  @Message(
      "A talk before the course, “{course}”: managers who talk with people before a course help them to use it.")
  String whyPreTalk(String course);

  @Message(
      "A talk after the course, “{course}”: what is agreed in the first days is what gets done.")
  String whyPostTalk(String course);

  @Message("Two questions before “{course}”, so that you get out of it what you need.")
  String whyPreQuestions(String course);

  @Message("Your plan after “{course}”: what you want to do differently, and when.")
  String whyPlan(String course);

  @Message("How your plan from “{course}” is going. It stops when everything is applied.")
  String whyCheckIn(String course);

  @Message("A question about “{course}”: recalling something keeps it fresh.")
  String whyBooster(String course);

  @Message("What became of “{course}”: five questions, three and twelve months later.")
  String whyEvaluation(String course);

  @Message("a course")
  String someCourse();
}
