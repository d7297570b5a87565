package org.followthrough.evaluation.form;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the form; German is in messages/form_de.properties. */
@MessageBundle("form")
interface FormMessages {

  @Message("Skip to content")
  String skip();

  @Message("Is it used on the job?")
  String title();

  @Message("Three months on")
  String threeMonths();

  @Message("A year on")
  String aYear();

  @Message("“{course}”: what became of it?")
  String headingLearner(String course);

  @Message("“{course}”: what did it change for {learner}?")
  String headingManager(String course, String learner);

  @Message("the course")
  String someCourse();

  @Message("your manager")
  String yourManager();

  @Message("your team member")
  String yourReport();

  @Message("Five short questions, about two minutes. Only the first two need an answer.")
  String lead();

  @Message(
      "The same questions go to {other}. You see each other’s rating, use and example once both"
          + " have answered, and not before.")
  String both(String other);

  @Message(
      "The learning team sees ratings only as averages over at least five answers. It reads what"
          + " helped and what got in the way without your name, once at least five people of this"
          + " course have answered.")
  String texts();

  @Message("What to look for")
  String behaviours();

  @Message("Please check")
  String check();

  @Message("You have sent answers from another window meanwhile")
  String overtaken();

  @Message(
      "There you chose {rating}. What you entered here is still below and has not been sent. Send"
          + " it to replace what is in.")
  String overtakenText(String rating);

  @Message("Or keep what is in.")
  String keep();

  @Message("How well do you do it now?")
  String ratingLearner();

  @Message("How well does {learner} do it now?")
  String ratingManager(String learner);

  @Message("Before the course you said {baseline}.")
  String baseline(int baseline);

  @Message(
      "No baseline was taken before the course, so this shows where things stand, not what"
          + " improved.")
  String noBaseline();

  @Message("1 = not at all")
  String lowEnd();

  @Message("10 = fully")
  String highEnd();

  @Message("your answer before the course")
  String wasBaseline();

  @Message("Choose a number from 1 to 10.")
  String ratingMissing();

  @Message("Do you use it on the job?")
  String appliedLearner();

  @Message("Does {learner} use it on the job?")
  String appliedManager(String learner);

  @Message("Choose one of the three.")
  String appliedMissing();

  @Message("Not yet")
  String notYet();

  @Message("Partly")
  String partly();

  @Message("Regularly")
  String regularly();

  @Message("One example")
  String example();

  @Message("A situation, what was done, what came of it.")
  String exampleHint();

  @Message("What helped?")
  String helped();

  @Message("What got in the way?")
  String hindered();

  @Message("optional")
  String optional();

  @Message("Use at most 2,000 characters.")
  String tooLong();

  @Message("There is a character in it that cannot be stored. Please type it again.")
  String unreadable();

  @Message("Send")
  String send();

  @Message("Send the correction")
  String sendCorrection();

  @Message("Thank you. That is a real help.")
  String thanks();

  @Message("Your answers")
  String yours();

  @Message("Both sides, side by side")
  String sideBySide();

  @Message(
      "What next: as soon as {other} has answered too, this page shows both sides. Open it again"
          + " from the same mail. Nothing else is needed from you.")
  String waiting(String other);

  @Message("What next: five minutes together on where you differ say more than any number.")
  String talkApart();

  @Message("What next: you see it alike. Agree on what you keep doing.")
  String talkAlike();

  @Message("You")
  String you();

  @Message("Before the course")
  String before();

  @Message("Now")
  String now();

  @Message("Change")
  String change();

  @Message("Used on the job")
  String used();

  @Message("no baseline was taken")
  String noneTaken();

  @Message("none given")
  String noneGiven();

  @Message("Correct my answers")
  String correct();
}
