package org.followthrough.actionplan.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the plan, as a form and as it stands. German is in messages/plan_de.properties. */
@MessageBundle("plan")
interface PlanTexts {

  @Message("Your plan")
  String planTitle();

  @Message(
      "Good intentions fade. “When this happens, I do that” lasts. Plan one thing you will do differently after “{course}”; up to three are welcome.")
  String planLead(String course);

  @Message("Change what no longer fits. Your earlier versions are kept.")
  String planChangeLead();

  @Message("Your manager sees your plan and talks with you about it.")
  String planWho();

  @Message(
      "Your plan was changed in another window meanwhile. Nothing is lost: below is what you just entered. Save again to make it the plan.")
  String overtaken();

  @Message("First, look back")
  String reflectFirst();

  @Message("What will be different when it works?")
  String goal();

  @Message("Something others would notice. For example: “Visits end with an agreed next step.”")
  String goalHint();

  @Message("Add action {number}")
  String actionMore(int number);

  @Message("When …")
  String situation();

  @Message("The moment you will notice. For example: “a customer raises their voice”.")
  String situationHint();

  @Message("… then …")
  String action();

  @Message("What others could see or hear. For example: “I name the issue in one sentence”.")
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

  @Message(
      "That is your plan. We will quote it to you in a week and ask how it goes; your manager will talk with you about it.")
  String planSaved();

  @Message(
      "Few and specific works best: three actions are easier to keep than more. You can keep them all, or change the plan.")
  String planMany();

  @Message("What you decided after “{course}”.")
  String planShownLead(String course);

  @Message("Version {version}")
  String planVersion(int version);

  @Message("Agreed with your manager")
  String planAgreed();

  @Message("Change my plan")
  String planChange();

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
      "Missing: a talk with your manager. We have asked them; you can also just speak to them.")
  String nextAccountability();

  @Message("Missing: how it goes. We will ask you in a mail; one tap is enough.")
  String nextFollowUp();

  @Message("Missing: at least one action.")
  String nextActions();

  @Message("Leave this action out of the plan")
  String drop();

  @Message("Your manager on {day}")
  String managerNote(String day);
}
