package org.followthrough.e2e;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** One contact, as the API tells it. */
record Touch(JsonObject json) {

  private static final Set<String> OPEN = Set.of("planned", "claimed", "transmitting");

  String touchId() {
    return json.getString("touchId");
  }

  String step() {
    return json.getString("step");
  }

  int occurrence() {
    return json.getInteger("occurrence");
  }

  String audience() {
    return json.getString("audience");
  }

  String state() {
    return json.getString("state");
  }

  String about() {
    return json.getString("about");
  }

  String recipient() {
    return json.getString("recipient");
  }

  Instant dueAt() {
    return Instant.parse(json.getString("dueAt"));
  }

  LocalDate localDate() {
    return LocalDate.parse(json.getString("localDate"));
  }

  boolean is(String step, int occurrence) {
    return step().equals(step) && occurrence() == occurrence;
  }

  boolean isOpen() {
    return OPEN.contains(state());
  }

  boolean isSent() {
    return state().equals("sent");
  }

  @Override
  public String toString() {
    return localDate() + " " + step() + "/" + occurrence() + " " + state() + " " + json;
  }
}
