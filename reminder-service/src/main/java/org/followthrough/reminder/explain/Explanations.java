package org.followthrough.reminder.explain;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.followthrough.reminder.journey.PlanningReason;

/** Reasons in plain words. */
final class Explanations {

  // Planning's own words, and words for the codes that dispatch writes into the table.
  private static final Map<String, String> WORDS =
      Stream.concat(
              Arrays.stream(PlanningReason.values())
                  .map(reason -> Map.entry(reason.code(), reason.words())),
              Stream.of(
                  Map.entry("no-manager", "nobody is known as the learner's manager"),
                  Map.entry("no-address", "no mail address is known of the recipient"),
                  Map.entry("unsubscribed", "the recipient does not want mail of this kind"),
                  Map.entry("on-leave", "who it takes is on leave; it waits until they are back"),
                  Map.entry("quiet-hours", "it waits for the recipient's next working hours"),
                  Map.entry(
                      "window-taken",
                      "the recipient has had this day's mail; it waits for the next"),
                  Map.entry("stale", "it would have come too late to be useful"),
                  Map.entry("waited-too-long", "it could not be handed over before it got too old"),
                  Map.entry("relay-unreachable", "the mail relay does not answer; it waits"),
                  Map.entry("relay-login", "the mail relay refuses our login; it waits"),
                  Map.entry("unwritable", "the mail could not be written; our fault"),
                  Map.entry("interrupted", "the service stopped while sending it"),
                  Map.entry("lost-after-data", "whether the mail relay took it is not known")))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  // What a touch waited for, once the wait took too long.
  private static final Map<String, String> ENDED =
      Map.of(
          "on-leave", "who it takes was on leave until it was too late to be useful",
          "quiet-hours", "in the recipient's next working hours it would have been too late",
          "window-taken", "with the recipient's next mail it would have been too late");

  private static final String MANAGER_LEFT = "the learner's manager has left the organization";
  private static final Pattern REFUSAL = Pattern.compile("smtp-([45])[0-9]{2}");

  private Explanations() {}

  /**
   * The words for a reason; null where there is none.
   *
   * @param state the touch's, as the table has it
   * @param code the reason's
   * @param learnerGone whether the learner has left; else it is the recipient who did
   */
  static String of(String state, String code, boolean learnerGone) {
    if (code == null) {
      return null;
    }
    if (code.equals(PlanningReason.LEFT.code()) && !learnerGone) {
      return MANAGER_LEFT;
    }
    String ended = state.equals("EXPIRED") ? ENDED.get(code) : null;
    return ended == null ? WORDS.getOrDefault(code, readable(code)) : ended;
  }

  private static String readable(String code) {
    Matcher refusal = REFUSAL.matcher(code);
    if (!refusal.matches()) {
      return code.replace('-', ' ');
    }
    return refusal.group(1).equals("4")
        ? "the mail server put it off; it is tried again"
        : "the mail server refused it for good";
  }
}
