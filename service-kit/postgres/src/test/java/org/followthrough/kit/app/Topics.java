package org.followthrough.kit.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.event.EventHeaders;

/** What tests put on topics and find there, past the service under test. */
public final class Topics {
  static final UUID ORGANIZATION = UUID.fromString("018f3a5e-7a10-7c11-9a01-0000000000aa");
  static final EventComposer COMPOSER = new EventComposer(Clock.systemUTC(), "test");

  private Topics() {}

  /** A thing as another service would publish it. */
  static ProducerRecord<String, byte[]> thing(UUID thingId, String name) {
    return EventHeaders.toRecord(
        "kit.things.v1",
        COMPOSER.compose(
            "kit.ThingKnown.v1",
            thingId,
            1,
            ORGANIZATION,
            Map.of("thingId", thingId, "name", name)));
  }

  static ProducerRecord<String, byte[]> note(UUID noteId, String text, long version) {
    EventEnvelope event =
        COMPOSER.compose(
            "kit.NoteWritten.v1",
            noteId,
            version,
            ORGANIZATION,
            Map.of("noteId", noteId, "text", text));
    return EventHeaders.toRecord("kit.notes.v1", event);
  }

  /** Returns when the broker has all of them. */
  public static void publish(
      String bootstrapServers, Collection<ProducerRecord<String, byte[]>> records) {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      List<Future<?>> sent = new ArrayList<>();
      records.forEach(record -> sent.add(producer.send(record)));
      for (Future<?> each : sent) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** How many records were ever put on a topic. */
  static long count(String bootstrapServers, String topic) {
    try (var consumer = consumer(bootstrapServers)) {
      return consumer.endOffsets(partitions(consumer, topic)).values().stream()
          .mapToLong(end -> end)
          .sum();
    }
  }

  private static KafkaConsumer<String, byte[]> consumer(String bootstrapServers) {
    return new KafkaConsumer<>(
        Map.<String, Object>of("bootstrap.servers", bootstrapServers),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
    return consumer.partitionsFor(topic).stream()
        .map(info -> new TopicPartition(topic, info.partition()))
        .toList();
  }

  /** All that is on a topic now, in order per partition. */
  public static List<ConsumerRecord<String, byte[]>> all(String bootstrapServers, String topic) {
    List<ConsumerRecord<String, byte[]>> all = new ArrayList<>();
    try (var consumer = consumer(bootstrapServers)) {
      List<TopicPartition> partitions = partitions(consumer, topic);
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(200)).forEach(all::add);
      }
    }
    return all;
  }

  public static String header(ConsumerRecord<String, byte[]> record, String name) {
    var header = record.headers().lastHeader(name);
    return header == null ? null : new String(header.value(), UTF_8);
  }
}
