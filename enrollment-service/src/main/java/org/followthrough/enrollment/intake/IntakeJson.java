package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.function.Consumer;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** JSON as strangers send it: bounded, and no exception's text in the answer. */
final class IntakeJson {

  private static final int DEEPEST = 32;

  // A long text is a fault of its field; the body's limit bounds it before.
  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxStringLength(WholeBody.LIMIT)
                          .build())
                  .build())
          .build();

  private interface Source {
    void read(JsonParser parser) throws IOException;
  }

  /** Why a text cannot be read at all. */
  static final class MalformedException extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient Problem problem;

    private MalformedException(String detail) {
      super(detail, null, false, false);
      this.problem = Problem.of(400, "malformed-json", "Malformed JSON", detail);
    }

    Problem problem() {
      return problem;
    }
  }

  private IntakeJson() {}

  /** The one value in this text. */
  static JsonNode read(byte[] text) throws MalformedException {
    JsonNode[] value = new JsonNode[1];
    parse(text, parser -> value[0] = MAPPER.readTree(parser));
    return value[0];
  }

  /**
   * Reads an object, or an array item by item: only one item at a time is in memory as a tree.
   *
   * @param form which of the two there may be
   */
  static void readItems(byte[] text, IntakeForm form, Consumer<JsonNode> item)
      throws MalformedException {
    parse(
        text,
        parser -> {
          if (parser.isExpectedStartObjectToken() && form.takesObject()) {
            item.accept(MAPPER.readTree(parser));
          } else if (parser.isExpectedStartArrayToken() && form.takesArray()) {
            while (parser.nextToken() != JsonToken.END_ARRAY) {
              item.accept(MAPPER.readTree(parser));
            }
          } else {
            throw new ProblemException(Problem.invalidField("", form.expectation()));
          }
        });
  }

  private static void parse(byte[] text, Source source) throws MalformedException {
    try (JsonParser parser = MAPPER.createParser(text)) {
      if (parser.nextToken() == null) {
        throw new MalformedException("there is no JSON here");
      }
      source.read(parser);
      if (parser.nextToken() != null) {
        throw new MalformedException("there is more than one JSON value");
      }
    } catch (StreamConstraintsException e) {
      throw new MalformedException("nested too deep, or a number or field name too long");
    } catch (JsonProcessingException e) {
      throw new MalformedException("no JSON" + where(e.getLocation()));
    } catch (IOException e) {
      throw new MalformedException("no UTF-8");
    }
  }

  private static String where(JsonLocation at) {
    return at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }
}
