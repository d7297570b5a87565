package org.followthrough.reminder.explain;

import java.util.Arrays;
import java.util.Map;
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
                  Map.entry("on-leave", "the recipient is on leave; it waits until they are back"),
                  Map.entry("quiet-hours", "it waits for the recipient's next working hours"),
                  Map.entry("stale", "it would have come too late to be useful"),
                  Map.entry("waited-too-long", "it could not be handed over before it got too old"),
                  Map.entry("relay-unreachable", "the mail relay does not answer; it waits"),
                  Map.entry("lost-after-data", "whether the mail relay took it is not known")))
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private Explanations() {}

  /** The words for a reason's code; null where there is no reason. */
  static String of(String code) {
    return code == null ? null : WORDS.getOrDefault(code, readable(code));
  }

  private static String readable(String code) {
    return code.replace('-', ' ');
  }
}
