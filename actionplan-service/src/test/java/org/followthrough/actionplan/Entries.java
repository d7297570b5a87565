package org.followthrough.actionplan;

import java.util.HashMap;
import java.util.Map;

/** What people enter in the forms. */
public final class Entries {

  private Entries() {}

  public static Map<String, String> expectations() {
    return Map.of(
        "whyAttending", "My visits end in arguments.",
        "whereUsed", "Complaint visits",
        "challenge", "Angry customers",
        "baseline", "4");
  }

  public static Map<String, String> reflection() {
    return Map.of("learnt", "Say the issue first.", "whereUsed", "Complaint visits");
  }

  public static Map<String, String> plan() {
    var fields = new HashMap<>(reflection());
    fields.putAll(
        Map.of(
            "goal", "Visits end with an agreed next step",
            "situation1", "a customer raises their voice",
            "action1", "I name the issue in one sentence",
            "firstStep1", "Write my sentence on a card",
            "firstStepOn1", "2027-01-20",
            "dueOn1", "2027-03-31",
            "barrier1", "Time pressure",
            "enabler1", "Five minutes in the car before"));
    return fields;
  }

  public static Map<String, String> before() {
    return Map.of("heldOn", "2027-01-14", "baseline", "3", "outcome", "Focus on visits");
  }

  public static Map<String, String> after() {
    return Map.of("heldOn", "2027-01-19", "outcome", "Good plan", "planAgreed", "yes");
  }

  /** The same with one field changed. */
  public static Map<String, String> with(Map<String, String> fields, String name, String value) {
    var changed = new HashMap<>(fields);
    changed.put(name, value);
    return changed;
  }
}
