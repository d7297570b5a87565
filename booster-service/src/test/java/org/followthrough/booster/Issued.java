package org.followthrough.booster;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A question as it was published, with the knowledge of the test which option is right. */
public record Issued(Scene scene, UUID boosterId, JsonNode data) {

  public static Issued of(BoosterTopic.Published event, Scene scene) {
    return new Issued(
        scene, UUID.fromString(event.data().path("boosterId").asText()), event.data());
  }

  public String rightKey() {
    return key("The right one");
  }

  public String wrongKey() {
    return key("A wrong one");
  }

  public List<String> keys() {
    List<String> keys = new ArrayList<>();
    data.path("options").forEach(option -> keys.add(option.path("key").asText()));
    return keys;
  }

  /** The letter of the option with that text. */
  public String key(String text) {
    for (JsonNode option : data.path("options")) {
      if (option.path("text").asText().equals(text)) {
        return option.path("key").asText();
      }
    }
    throw new AssertionError("no option " + text);
  }
}
