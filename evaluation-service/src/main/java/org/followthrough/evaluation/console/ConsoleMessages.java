package org.followthrough.evaluation.console;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** The words of the console; German is in messages/console_de.properties. */
@MessageBundle("console")
public interface ConsoleMessages {

  @Message("Skip to content")
  String skip();

  @Message("Outcomes")
  String title();

  @Message("Sign in")
  String signIn();

  @Message(
      "Paste an API key that has the scope “console”. It stays in this browser as a signed session"
          + " for 12 hours; the key itself is not kept.")
  String signInLead();

  @Message("API key")
  String apiKey();

  @Message("This is no living API key with the scope “console”. Check that all of it was copied.")
  String signInFailed();

  @Message("Sign out")
  String signOut();

  @Message("What became of your courses")
  String overview();

  @Message("No course yet. Courses appear here as soon as your HR system has told us of one.")
  String noCourses();

  @Message("Find a course")
  String find();

  @Message("Find")
  String findButton();

  @Message("{found} of {total} courses found.")
  String found(int found, int total);

  @Message("Show all")
  String showAll();

  @Message("More courses")
  String pages();

  @Message("Previous page")
  String previous();

  @Message("Next page")
  String next();

  @Message(
      "A plan is expected of everyone who completed. A talk is expected 7 working days after the"
          + " course; while learner or manager is on leave it is not counted.")
  String overviewHint();

  @Message("Course")
  String course();

  @Message("Enrolled")
  String enrolled();

  @Message("Completed")
  String completed();

  @Message("With a plan")
  String planned();

  @Message("Talked afterwards")
  String talked();

  @Message("Used at three months")
  String applied();

  @Message("All courses")
  String back();

  @Message("As of {day}")
  String asOf(String day);

  @Message("{count} of {of} ({percent}%)")
  String share(long count, long of, int percent);

  @Message("none yet")
  String none();

  @Message("fewer than 5 answers")
  String tooFew();

  @Message("fewer than 5 people")
  String tooFewAny();

  @Message("As a table")
  String asTable();

  @Message("Step")
  String step();

  @Message("Figure")
  String figure();

  @Message("From enrolled to used on the job")
  String funnel();

  @Message("how many")
  String howMany();

  @Message(
      "of how many by now. A talk is expected 7 working days after the course, times of leave not"
          + " counted; use is known once the three-month form is answered.")
  String ofHowMany();

  @Message("{withdrawn} withdrawn, not counted.")
  String withdrawn(long withdrawn);

  @Message(
      "Nobody is enrolled yet. The chart starts with the first enrollment your HR system sends.")
  String funnelEmpty();

  @Message("Managers who have not talked yet")
  String waiting();

  @Message(
      "The course was completed more than 7 working days ago and no talk is logged. Nobody on"
          + " leave is listed. A short call from you is often all it takes.")
  String waitingHint();

  @Message("Manager")
  String manager();

  @Message("Talks missing")
  String reports();

  @Message("{count} of {of} managers")
  String ofManagers(long count, long of);

  @Message("{missing} of {of}")
  String ofTalks(long missing, long of);

  @Message("{count} more")
  String more(int count);

  @Message("Since")
  String since();

  @Message("No talk is overdue. When one is, its manager is listed here.")
  String waitingEmpty();

  @Message("Talks without a manager who could hold them: {count}.")
  String withoutManager(long count);

  @Message("Not counted, because learner or manager is on leave: {count}.")
  String onLeave(long count);

  @Message("name not known")
  String noName();

  @Message("Who answers")
  String answers();

  @Message("Boosters answered")
  String boosters();

  @Message("Boosters right")
  String boostersRight();

  @Message("Learners, 3 months")
  String learners3();

  @Message("Managers, 3 months")
  String managers3();

  @Message("Learners, 12 months")
  String learners12();

  @Message("Managers, 12 months")
  String managers12();

  @Message(
      "Nothing was asked yet. The first booster question goes out days after completion, the first"
          + " form after three months.")
  String answersEmpty();

  @Message("Better than before?")
  String ratings();

  @Message(
      "Mean ratings from 1 to 10 of the same people before the course (ring) and now (dot). Shown"
          + " once five people with a baseline have answered.")
  String ratingsHint();

  @Message("{before} → {now} ({change})")
  String rating(String before, String now, String change);

  @Message("Before")
  String before();

  @Message("Now")
  String now();

  @Message("Change")
  String change();

  @Message("{answered} answered, {baseline} of them with a baseline")
  String answered(long answered, long baseline);

  @Message(
      "Learner and manager are within one point of each other: {agreeing}. Average difference,"
          + " learners minus managers: {above} points.")
  String agreement(String agreeing, String above);

  @Message(
      "Not yet: forms go out three and twelve months after completion, and at least five people"
          + " with a baseline must have answered.")
  String ratingsEmpty();

  @Message("Spent without follow-up")
  String spend();

  @Message("{idle} of {of} places, two weeks or more after completion, have neither plan nor talk.")
  String spendText(long idle, long of);

  @Message("in your organization’s currency")
  String currency();

  @Message("The cost per place is not known. Send it with the course to see the sum.")
  String noCost();

  @Message("The first figure comes two weeks after the first completion.")
  String spendEmpty();

  @Message("Does it get better?")
  String months();

  @Message("Percent with a plan and with a talk, by month of completion.")
  String monthsHint();

  @Message("Month")
  String month();

  @Message("The second month with completions will show whether it gets better.")
  String monthsEmpty();

  @Message("What helped")
  String helped();

  @Message("What got in the way")
  String hindered();

  @Message("In people’s own words, without names and in alphabetical order.")
  String voicesHint();

  @Message("Shown once at least five people have answered the form.")
  String voicesEmpty();
}
