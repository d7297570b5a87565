package org.followthrough.e2e;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads lists to their end. */
final class Paging {

  private static final Pattern NEXT = Pattern.compile("<([^>]+)>;\\s*rel=\"?next\"?");

  private Paging() {}

  static List<JsonObject> all(Api api, String path) {
    List<JsonObject> all = new ArrayList<>();
    String next = path;
    while (next != null) {
      Api.Answer page = api.get(next).expect(200);
      new JsonArray(page.body()).forEach(item -> all.add((JsonObject) item));
      Matcher link = NEXT.matcher(page.header("Link"));
      next = link.find() ? link.group(1) : null;
    }
    return all;
  }
}
