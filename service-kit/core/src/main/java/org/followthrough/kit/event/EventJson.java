package org.followthrough.kit.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The JSON of event payloads: ISO-8601 times, no nulls, and unknown fields ignored, so that a
 * consumer reads the fields it needs and a publisher may add others (tolerant reader).
 */
public final class EventJson {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new Jdk8Module())
          .addModule(new ParameterNamesModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
          .serializationInclusion(JsonInclude.Include.NON_NULL)
          .build();

  private EventJson() {}

  /** Writes a payload; a payload that cannot be written is a bug, hence unchecked. */
  public static byte[] write(Object payload) {
    try {
      return MAPPER.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("not writable as JSON: " + payload.getClass(), e);
    }
  }

  /**
   * Reads a payload.
   *
   * @throws UnreadableEventException if the bytes are no JSON of that shape; consumers send such a
   *     record to the dead letters
   */
  public static <T> T read(byte[] data, Class<T> type) {
    if (data == null) {
      throw new UnreadableEventException("payload is missing", null);
    }
    try {
      T value = MAPPER.readValue(data, type);
      if (value == null) {
        throw new UnreadableEventException("payload is null", null);
      }
      return value;
    } catch (JsonProcessingException e) {
      // The original message quotes the payload, which may be personal data.
      throw new UnreadableEventException("payload is not a " + type.getSimpleName(), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The mapper itself, for trees; callers must not reconfigure it. */
  public static ObjectMapper mapper() {
    return MAPPER;
  }
}
