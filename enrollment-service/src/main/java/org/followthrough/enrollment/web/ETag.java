package org.followthrough.enrollment.web;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;

/** Versions as entity tags, RFC 9110. */
public final class ETag {

  /** What the API's document says of the header, and of the condition in a request. */
  public static final String VERSION = "the version of what is shown";

  public static final String IF_NONE_MATCH = "ETag of the version at hand: 304, if it still stands";

  private ETag() {}

  public static String of(long version) {
    return "\"" + version + "\"";
  }

  /** The answer to a GET: 304 where the caller has that version already. */
  public static Response answer(Object entity, long version, String ifNoneMatch) {
    Response.ResponseBuilder answer =
        matches(ifNoneMatch, version) ? Response.notModified() : Response.ok(entity);
    return answer.header("ETag", of(version)).build();
  }

  /** Whether a condition such as {@code If-Match: "3", "4"} or {@code *} names this version. */
  public static boolean matches(String condition, long version) {
    return condition != null
        && Arrays.stream(condition.split(","))
            .map(String::trim)
            .map(tag -> tag.startsWith("W/") ? tag.substring(2) : tag)
            .anyMatch(tag -> (tag.equals("*") && version > 0) || tag.equals(of(version)));
  }
}
