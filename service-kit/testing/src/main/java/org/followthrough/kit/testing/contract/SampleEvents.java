package org.followthrough.kit.testing.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;

/** Events that belong to no service, for tests of the plumbing. */
public final class SampleEvents {

  public static final String TOPIC = "kit.samples.v1";
  public static final UUID ORGANIZATION = UUID.fromString("018f3a5e-7a10-7c11-9a01-0000000000aa");

  private static final String TYPE = "kit.SampleTaken.v1";
  private static final Instant TIME = Instant.parse("2027-01-19T15:00:00.123Z");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

  private SampleEvents() {}

  /**
   * Consecutive events of one aggregate.
   *
   * @param aggregate any text; the same text always means the same aggregate
   */
  public static List<PendingEvent> of(String aggregate, int count) {
    return LongStream.rangeClosed(1, count).mapToObj(each -> event(aggregate, each)).toList();
  }

  /** One event of that version. */
  public static PendingEvent event(String aggregate, long version) {
    byte[] data = "{\"name\":\"%s\",\"n\":%d}".formatted(aggregate, version).getBytes(UTF_8);
    return pending(aggregate, version, null, null, data);
  }

  /** One event with every attribute there is, and text from several alphabets. */
  public static PendingEvent full(String aggregate) {
    byte[] data = "{\"text\":\"Grüße, 学び \\u0007 \\\"'\\\\ 🎓\"}".getBytes(UTF_8);
    return pending(aggregate, Long.MAX_VALUE, EventComposer.newId(), TRACE, data);
  }

  /** One event of that version with so many bytes of data. */
  public static PendingEvent sized(String aggregate, long version, int bytes) {
    return pending(aggregate, version, null, null, "7".repeat(bytes).getBytes(UTF_8));
  }

  /** One without data. */
  public static PendingEvent tombstone(String aggregate) {
    return pending(aggregate, 2, null, null, null);
  }

  private static PendingEvent pending(
      String aggregate, long version, UUID causation, String trace, byte[] data) {
    UUID id = EventComposer.newId();
    String subject = UUID.nameUUIDFromBytes(aggregate.getBytes(UTF_8)).toString();
    return new PendingEvent(
        TOPIC,
        new EventEnvelope(
            id, "/kit", TYPE, subject, TIME, ORGANIZATION, id, causation, version, trace, data));
  }
}
