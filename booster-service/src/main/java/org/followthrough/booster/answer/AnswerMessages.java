package org.followthrough.booster.answer;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the answer page, in English. */
@MessageBundle("answer")
interface AnswerMessages {

  @Message("Question {number}")
  String question(int number);

  @Message("That’s right")
  String right();

  @Message("Not quite – now it will stick")
  String wrong();

  @Message("You chose")
  String yourChoice();

  @Message("Right answer")
  String rightAnswer();

  @Message("Why this one is right")
  String whyRight();

  @Message("All the choices")
  String choices();

  @Message("What good use looks like")
  String goodUse();

  @Message("What it brings")
  String results();

  @Message("Read on")
  String resources();

  @Message("Count my answer")
  String count();

  @Message("One tap, and your answer counts. Only you see it.")
  String countHint();

  @Message("Your answer counts.")
  String counted();

  @Message(
      "Only you see it; others see sums over five or more people. That is all for today: the next"
          + " question comes by mail.")
  String countedNext();

  @Message(
      "You answered this one with {letter} before, and that answer counts. Looking around is good"
          + " practice.")
  String practice(String letter);

  @Message("Your first answer to this one counts. Looking around is good practice.")
  String practiceAny();

  @Message(
      "Mail programs sometimes open links before people do, and that was a little too quick to"
          + " tell. Please tap once more.")
  String again();

  @Message(
      "Your answer has not reached us yet. It is sent again by itself once there is a connection;"
          + " please leave this page open until then.")
  String unsent();

  @Message("This question is over")
  String over();

  @Message("Answers do not count any more, but here is what it was about.")
  String overHint();

  @Message("Nothing to choose here")
  String nothing();

  @Message("This link is none of the answers. Please pick one in the mail.")
  String nothingHint();
}
