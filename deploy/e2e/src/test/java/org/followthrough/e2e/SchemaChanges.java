package org.followthrough.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What readers of a released schema would stumble over in the present one. */
final class SchemaChanges {

  private static final List<String> RULES =
      List.of(
          "type",
          "format",
          "pattern",
          "minLength",
          "maxLength",
          "minimum",
          "maximum",
          "minItems",
          "maxItems",
          "additionalProperties");

  private final List<String> breaking = new ArrayList<>();

  private SchemaChanges() {}

  static List<String> breaking(JsonNode released, JsonNode now) {
    var changes = new SchemaChanges();
    changes.compare("", released, now);
    return changes.breaking;
  }

  private void compare(String path, JsonNode released, JsonNode now) {
    for (String rule : RULES) {
      if (!released.path(rule).equals(now.path(rule))) {
        breaking.add(path + " has another " + rule);
      }
    }
    compareRequired(path, released, now);
    compareChoices(path, released, now);
    for (Iterator<Map.Entry<String, JsonNode>> each = released.path("properties").fields();
        each.hasNext(); ) {
      Map.Entry<String, JsonNode> property = each.next();
      compareProperty(path + "/" + property.getKey(), property.getValue(), now);
    }
    if (released.has("items")) {
      compare(path + "/*", released.path("items"), now.path("items"));
    }
  }

  private void compareProperty(String path, JsonNode released, JsonNode parent) {
    JsonNode now = parent.path("properties").path(path.substring(path.lastIndexOf('/') + 1));
    if (now.isMissingNode()) {
      breaking.add(path + " is gone");
    } else {
      compare(path, released, now);
    }
  }

  private void compareRequired(String path, JsonNode released, JsonNode now) {
    Set<String> before = texts(released.path("required"));
    Set<String> after = texts(now.path("required"));
    if (!before.equals(after)) {
      breaking.add(path + " requires " + after + ", not " + before);
    }
  }

  private void compareChoices(String path, JsonNode released, JsonNode now) {
    boolean limitedNow = !released.has("enum") && now.has("enum");
    if (limitedNow || !texts(now.path("enum")).containsAll(texts(released.path("enum")))) {
      breaking.add(path + " allows only " + texts(now.path("enum")));
    }
  }

  private static Set<String> texts(JsonNode array) {
    Set<String> texts = new HashSet<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
