package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the check-in. German is in messages/checkin_de.properties. */
@MessageBundle("checkin")
interface CheckInTexts {

  @Message("How is it going?")
  String checkInTitle();

  @Message("Your own words, from your plan. One tap for each action is enough.")
  String checkInLead();

  @Message("Last time you said:")
  String lastSaid();

  @Message("How is this one going?")
  String status();

  @Message("Anything to add?")
  String note();

  @Message("If you are stuck: what gets in the way?")
  String noteHint();

  @Message("Send")
  String checkInSend();

  @Message("Thank you, that is noted. Looking at a plan again is half of keeping it.")
  String checkInSaved();

  @Message("You do all of it. That is what the course was for! There will be no more check-ins.")
  String checkInDone();

  @Message("Your plan was changed meanwhile, so nothing was noted. This is how it stands now.")
  String checkInOvertaken();

  @Message("Stuck is normal")
  String stuckTitle();

  @Message(
      "Most plans need a change on the way. A smaller first step, or another moment, often helps.")
  String stuckLead();

  @Message("What gets in the way?")
  String stuckWhy();

  @Message("Note it")
  String stuckSend();
}
