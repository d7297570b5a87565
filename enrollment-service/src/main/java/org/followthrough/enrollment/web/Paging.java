package org.followthrough.enrollment.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Cursor paging: stable while rows come and go, and as fast on the last page as on the first. */
public final class Paging {

  /** What the API's document says of the parameters and of the answer's Link header. */
  public static final String LIMIT = "how many at most, 1 to 200; 50, if absent";

  public static final String CURSOR = "where the page begins: part of the address in Link";
  public static final String LINK =
      "`<address>; rel=\"next\"` of the next page (RFC 8288); absent on the last one";
  public static final String INVALID = "A parameter is invalid; the problem names it";

  private static final int DEFAULT_LIMIT = 50;
  private static final int HIGHEST_LIMIT = 200;
  private static final int LONGEST_CURSOR = 1_200;
  private static final UUID LOWEST_ID = new UUID(0, 0);

  private final int limit;
  private final String after;
  private final UriInfo uri;

  private Paging(int limit, String after, UriInfo uri) {
    this.limit = limit;
    this.after = after;
    this.uri = uri;
  }

  /** Reads the parameters {@code limit} and {@code cursor}; either may be null. */
  public static Paging of(String limit, String cursor, UriInfo uri) {
    return new Paging(limit(limit), cursor == null ? null : decoded(cursor), uri);
  }

  private static int limit(String text) {
    if (text == null) {
      return DEFAULT_LIMIT;
    }
    boolean fits = text.matches("[0-9]{1,3}") && !text.matches("0+");
    if (!fits || Integer.parseInt(text) > HIGHEST_LIMIT) {
      throw invalid("limit", "must be a number from 1 to " + HIGHEST_LIMIT);
    }
    return Integer.parseInt(text);
  }

  /** What the page comes after, where the sort key is a text. */
  public String afterText() {
    return after == null ? "" : after;
  }

  /** What the page comes after, where the sort key is an id of ours. */
  public UUID afterId() {
    try {
      return after == null ? LOWEST_ID : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw invalidCursor();
    }
  }

  /** One more than the page has, to see whether there is a next one. */
  public int fetchSize() {
    return limit + 1;
  }

  /** The page, with a link to the next one if there is more (RFC 8288). */
  public <T> Response page(List<T> fetched, Function<T, Object> sortKey, Function<T, Object> view) {
    List<T> shown = fetched.size() > limit ? fetched.subList(0, limit) : fetched;
    Response.ResponseBuilder response = Response.ok(shown.stream().map(view).toList());
    if (fetched.size() > limit) {
      String last = sortKey.apply(shown.get(limit - 1)).toString();
      response.header("Link", "<" + next(last) + ">; rel=\"next\"");
    }
    return response.build();
  }

  // Without host: behind the front door and an Ingress it is another one.
  private String next(String last) {
    String cursor = Base64.getUrlEncoder().withoutPadding().encodeToString(last.getBytes(UTF_8));
    URI full =
        uri.getRequestUriBuilder()
            .replaceQueryParam("limit", limit)
            .replaceQueryParam("cursor", cursor)
            .build();
    return full.getRawPath() + "?" + full.getRawQuery();
  }

  private static String decoded(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), UTF_8);
      if (text.indexOf('\0') < 0
          && text.indexOf('\uFFFD') < 0
          && cursor.length() <= LONGEST_CURSOR) {
        return text;
      }
    } catch (IllegalArgumentException e) {
      // Told below like every other cursor that is not ours.
    }
    throw invalidCursor();
  }

  private static ProblemException invalidCursor() {
    return invalid("cursor", "must come from the Link header of the page before");
  }

  private static ProblemException invalid(String parameter, String detail) {
    return new ProblemException(Problem.invalidField(parameter, detail));
  }
}
