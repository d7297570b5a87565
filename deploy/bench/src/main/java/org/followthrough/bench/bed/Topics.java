package org.followthrough.bench.bed;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** How far topics are written and read, without consuming them. */
public final class Topics implements AutoCloseable {

  public static final int PARTITIONS = 6;

  private static final Duration LOOK = Duration.ofMillis(10);

  private final Admin admin;

  public Topics(String brokers) {
    Properties settings = new Properties();
    settings.put("bootstrap.servers", brokers);
    this.admin = Admin.create(settings);
  }

  /** Creates a topic of the bench's own. */
  public void create(String topic) throws Exception {
    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1))).all().get();
  }

  /** How many records were ever written. */
  public long written(String topic) {
    return sum(
        () -> admin.listOffsets(all(topic, tp -> OffsetSpec.latest())).all().get(),
        ListOffsetsResultInfo::offset);
  }

  /** Up to where the group has done its work. */
  private long done(String group, String topic) {
    return sum(
        () -> {
          Map<TopicPartition, OffsetAndMetadata> committed =
              admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
          return committed.entrySet().stream()
              .filter(each -> each.getKey().topic().equals(topic) && each.getValue() != null)
              .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        },
        OffsetAndMetadata::offset);
  }

  /** Waits until so many records were written. */
  public void awaitWritten(String topic, long records) {
    Patience patience = new Patience(records + " records on " + topic, Duration.ofMinutes(2));
    while (written(topic) < records) {
      patience.lookAgainIn(LOOK);
    }
  }

  /** Waits until the group has committed that it has done all that is on the topic. */
  public void awaitDone(String group, String topic) {
    long records = written(topic);
    Patience patience = new Patience(group + " has done its work", Duration.ofMinutes(2));
    while (done(group, topic) < records) {
      patience.lookAgainIn(LOOK);
    }
  }

  private interface Answer<T> {
    Map<TopicPartition, T> get() throws ExecutionException, InterruptedException;
  }

  private static <T> long sum(Answer<T> answer, Function<T, Long> offset) {
    try {
      return answer.get().values().stream().mapToLong(offset::apply).sum();
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka does not tell its offsets", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static <T> Map<TopicPartition, T> all(String topic, Function<TopicPartition, T> value) {
    return IntStream.range(0, PARTITIONS)
        .mapToObj(number -> new TopicPartition(topic, number))
        .collect(Collectors.toMap(Function.identity(), value));
  }

  @Override
  public void close() {
    admin.close();
  }
}
