package org.followthrough.kit.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventHeadersTest {
  private static final UUID ID = UUID.fromString("018f3a5e-7a10-7c11-9a01-000000000004");
  private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final Instant TIME = Instant.parse("2027-01-19T15:00:00.123456789Z");

  private final EventEnvelope full =
      new EventEnvelope(
          ID, "/kit", "kit.Sample.v1", ID.toString(), TIME, ID, ID, ID, 7, TRACE, new byte[] {1});
  private final EventComposer composer =
      new EventComposer(Clock.fixed(TIME, ZoneOffset.UTC), "kit-service");

  @Test
  void envelopeShouldComeBackFromItsRecord() {
    assertThat(EventHeaders.fromRecord(consumed(full))).usingRecursiveComparison().isEqualTo(full);
  }

  @Test
  void tombstoneShouldComeBack() {
    EventEnvelope tombstone = composer.compose("kit.Gone.v1", ID, 2, ID, null);

    assertThat(EventHeaders.fromRecord(consumed(tombstone)).isTombstone()).isTrue();
  }

  @Test
  void keyShouldBeTheAggregate() {
    assertThat(EventHeaders.toRecord("t", full).key()).isEqualTo(ID.toString());
  }

  @Test
  void composedEventShouldStartItsChain() {
    EventEnvelope event = composer.compose("kit.Made.v1", ID, 1, ID, Map.of("a", 1));

    assertThat(event.source()).isEqualTo("/kit-service");
    assertThat(event.id().version()).isEqualTo(7);
    assertThat(event.correlationId()).isEqualTo(event.id());
    assertThat(event.causationId()).isNull();
    assertThat(event.time()).isEqualTo(Instant.parse("2027-01-19T15:00:00.123Z"));
  }

  @Test
  void causedEventShouldCarryTheChainOn() {
    EventEnvelope event = composer.composeFrom(full, "kit.Made.v1", ID, 1, Map.of("a", 1));

    assertThat(event.correlationId()).isEqualTo(full.correlationId());
    assertThat(event.causationId()).isEqualTo(full.id());
    assertThat(event.organizationId()).isEqualTo(full.organizationId());
    assertThat(event.traceparent()).isEqualTo(TRACE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_id",
        "ce_source",
        "ce_type",
        "ce_subject",
        "ce_time",
        "ce_organizationid",
        "ce_correlationid",
        "ce_aggregateversion"
      })
  void missingHeaderShouldBeNamed(String header) {
    ConsumerRecord<String, byte[]> record = consumed(full);
    record.headers().remove(header);

    assertThatThrownBy(() -> EventHeaders.fromRecord(record))
        .isInstanceOf(UnreadableEventException.class)
        .hasMessageContaining(header);
  }

  @ParameterizedTest
  @CsvSource({
    "ce_id,no uuid",
    "ce_time,yesterday",
    "ce_organizationid,1-2-3",
    "ce_aggregateversion,first",
    "ce_causationid,x"
  })
  void malformedHeaderShouldBeRefused(String header, String value) {
    ConsumerRecord<String, byte[]> record = consumed(full);
    record.headers().remove(header).add(header, value.getBytes(UTF_8));

    assertThatThrownBy(() -> EventHeaders.fromRecord(record))
        .isInstanceOf(UnreadableEventException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "\"x\"", "{\"n\":\"x\"}"})
  void payloadOfAnotherShapeShouldBeRefusedWithoutQuotingIt(String json) {
    record Sample(int n) {}

    assertThatThrownBy(() -> EventJson.read(json.getBytes(UTF_8), Sample.class))
        .isInstanceOf(UnreadableEventException.class)
        .hasNoCause();
    assertThatThrownBy(() -> EventJson.read(null, Sample.class))
        .isInstanceOf(UnreadableEventException.class);
  }

  private static ConsumerRecord<String, byte[]> consumed(EventEnvelope event) {
    ProducerRecord<String, byte[]> sent = EventHeaders.toRecord("t", event);
    return new ConsumerRecord<>(
        "t",
        0,
        0,
        0L,
        TimestampType.CREATE_TIME,
        0,
        0,
        sent.key(),
        sent.value(),
        sent.headers(),
        Optional.empty());
  }
}
