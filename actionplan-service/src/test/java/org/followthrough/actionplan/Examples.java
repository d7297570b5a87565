package org.followthrough.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.testing.EventContracts;

/** The published examples of events, held against the records that we publish or read. */
public final class Examples {

  private Examples() {}

  /**
   * Each example, read as that payload and written again, is the example: no field more or less.
   */
  public static void assertWrittenByUs(String type, Class<?> payload) {
    for (byte[] example : EventContracts.examples(type)) {
      byte[] written = EventJson.write(EventJson.read(example, payload));
      assertThat(EventJson.read(written, JsonNode.class))
          .isEqualTo(EventJson.read(example, JsonNode.class));
    }
  }
}
