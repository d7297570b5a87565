package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that several pages share. German is in messages/t_de.properties. */
@MessageBundle("t")
interface PageTexts {

  @Message("Skip to content")
  String skip();

  @Message("You got this link by mail. It is for you alone: please do not pass it on.")
  String footer();

  @Message("Hello{name}")
  String hello(String name);

  @Message("optional")
  String optional();

  @Message("Please check")
  String wrong();

  @Message("Please look at this again")
  String faults();

  @Message("1 – not at all")
  String notAtAll();

  @Message("10 – fully")
  String fully();

  @Message("Your goal")
  String goalShown();

  @Message("Action {number}")
  String actionNumber(int number);

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

  @Message("Not started yet")
  String notStarted();

  @Message("Started")
  String started();

  @Message("I do it")
  String applied();

  @Message("I am stuck")
  String stuck();

  @Message("Nearly ready")
  String nearlyTitle();

  @Message("This page is being prepared. Please open the link again in a minute; nothing is lost.")
  String nearlyLead();

  @Message("This is no longer needed")
  String withdrawnTitle();

  @Message(
      "The enrollment for this course was withdrawn, so there is nothing left to do. Thank you for looking!")
  String withdrawnLead();

  @Message("This page is closed")
  String leftTitle();

  @Message(
      "It belonged to somebody who is no longer with the organization. There is nothing left to do.")
  String leftLead();

  @Message("Somebody else looks after this now")
  String changedTitle();

  @Message(
      "You are no longer named as this person's manager. Whoever is has got, or will get, a link of their own. If that is wrong, please tell your HR department.")
  String changedLead();
}
