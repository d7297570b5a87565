package org.followthrough.kit.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A problem document, RFC 9457.
 *
 * @param type where the problem is explained: {@code /docs/problems#slug}
 * @param title short and the same for every occurrence
 * @param status HTTP status code
 * @param detail what is wrong this time, in words a caller can act on; never an exception's text
 * @param errors the fields at fault, empty where the whole request is
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
    String type, String title, int status, String detail, List<FieldError> errors) {

  public static final String MEDIA_TYPE = "application/problem+json";

  /**
   * One field at fault.
   *
   * @param pointer JSON Pointer (RFC 6901) into the body, or the parameter's name
   * @param detail what is expected there
   */
  public record FieldError(String pointer, String detail) {

    private static final int LONGEST_POINTER = 200;

    /**
     * Cuts the pointer to 200 characters and puts U+FFFD for halves of characters: it may hold a
     * field's name as a stranger sent it, and no JSON writer takes those.
     */
    public FieldError {
      pointer = shown(pointer);
    }

    private static String shown(String pointer) {
      boolean cut = pointer.length() > LONGEST_POINTER;
      StringBuilder shown = new StringBuilder();
      (cut ? pointer.substring(0, LONGEST_POINTER) + "…" : pointer)
          .codePoints()
          .map(c -> Character.getType(c) == Character.SURROGATE ? 0xFFFD : c)
          .forEach(shown::appendCodePoint);
      return shown.toString();
    }
  }

  public Problem {
    errors = List.copyOf(errors);
  }

  /** A problem of the whole request. */
  public static Problem of(int status, String slug, String title, String detail) {
    return new Problem("/docs/problems#" + slug, title, status, detail, List.of());
  }

  /** 400, naming the field. */
  public static Problem invalidField(String pointer, String detail) {
    return invalidFields(List.of(new FieldError(pointer, detail)));
  }

  /** 400, naming each field. */
  public static Problem invalidFields(List<FieldError> errors) {
    String first = errors.get(0).pointer() + ": " + errors.get(0).detail();
    return new Problem("/docs/problems#invalid-field", "Invalid field", 400, first, errors);
  }

  /** 404 for what does not exist or belongs to another organization; they look the same. */
  public static Problem notFound(String what) {
    return of(404, "not-found", "Not found", what + " is not known here");
  }

  /** What there is to say where only the status is known. */
  static Problem ofStatus(int status) {
    String title =
        Optional.ofNullable(Response.Status.fromStatusCode(status))
            .map(Response.Status::getReasonPhrase)
            .orElse("Refused");
    String slug = title.toLowerCase(Locale.ROOT).replace(' ', '-');
    return of(status, slug, title, detail(status));
  }

  private static String detail(int status) {
    return switch (status) {
      case 404 -> "there is nothing at this address";
      case 405 -> "this address does not take that method";
      case 406 -> "none of the accepted media types can be produced";
      case 413 -> "the body is larger than this address takes";
      case 415 -> "this address does not take that media type";
      default -> "the request cannot be understood";
    };
  }
}
