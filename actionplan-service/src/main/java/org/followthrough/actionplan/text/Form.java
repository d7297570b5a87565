package org.followthrough.actionplan.text;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of a submitted form; the first value of a name counts. */
public final class Form {

  private static final int MOST_FIELDS = 200;
  private static final Pattern VERSION = Pattern.compile("\\d{1,5}");

  private final Map<String, String> values;

  private Form(Map<String, String> values) {
    this.values = values;
  }

  /** A form with these values. */
  public static Form of(Map<String, String> values) {
    return new Form(Map.copyOf(values));
  }

  /** Reads a body of type application/x-www-form-urlencoded; empty where it is none. */
  public static Optional<Form> parse(String body) {
    var values = new HashMap<String, String>();
    try {
      for (String pair : (body == null ? "" : body).split("&", MOST_FIELDS)) {
        int equals = pair.indexOf('=');
        if (equals > 0) {
          values.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return Optional.of(new Form(values));
  }

  /** The value as it was sent; null where the field is not there. */
  public String raw(String field) {
    return values.get(field);
  }

  /** The version of something that the sender has read; negative where they do not say. */
  public int version(String field) {
    String text = raw(field);
    return text != null && VERSION.matcher(text).matches() ? Integer.parseInt(text) : -1;
  }

  /** The same form, had that field not been filled. */
  public Form without(String field) {
    var rest = new HashMap<>(values);
    rest.remove(field);
    return new Form(rest);
  }

  public Set<String> fields() {
    return values.keySet();
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, UTF_8);
  }
}
