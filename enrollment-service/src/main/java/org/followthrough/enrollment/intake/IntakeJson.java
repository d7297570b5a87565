package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.followthrough.kit.problem.Problem;

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
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

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

  static JsonNode read(byte[] text) throws MalformedException {
    try {
      JsonNode node = MAPPER.readTree(text);
      if (node == null || node.isMissingNode()) {
        throw new MalformedException("there is no JSON here");
      }
      return node;
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
