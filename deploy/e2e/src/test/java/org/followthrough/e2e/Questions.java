package org.followthrough.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;

/** What a course of these tests looks like. */
final class Questions {

  private Questions() {}

  static JsonObject course(String title) {
    return new JsonObject()
        .put("title", title)
        .put("description", "How to say it so that it is heard.")
        .put("behaviours", new JsonArray().add("Says what was seen before what was felt"))
        .put("costPerPlace", 480)
        .put("language", "en");
  }

  /** A question whose right answer is B. */
  static JsonObject question(String stem) {
    return new JsonObject()
        .put("stem", stem)
        .put(
            "options",
            new JsonArray()
                .add(option("Wait for the yearly review", false, "By then it is too late."))
                .add(option("Say within a day what you saw", true, "Yes: fresh and concrete."))
                .add(option("Send an e-mail to the team", false, "Public blame closes ears.")))
        .put("goodUse", "Right after the meeting, in private, in two sentences.")
        .put("results", "Fewer repeated mistakes, and nobody is surprised in the review.")
        .put("resources", new JsonArray());
  }

  private static JsonObject option(String text, boolean correct, String feedback) {
    return new JsonObject().put("text", text).put("correct", correct).put("feedback", feedback);
  }
}
