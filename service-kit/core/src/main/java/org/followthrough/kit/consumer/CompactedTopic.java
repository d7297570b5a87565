package org.followthrough.kit.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * The latest value of each key of a small compacted topic, held in memory and kept up to date. It
 * is read from the beginning at every start and needs no group, so every instance sees all of it.
 */
public final class CompactedTopic<V> implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CompactedTopic.class);

  private final String bootstrapServers;
  private final String topic;
  private final Function<ConsumerRecord<String, byte[]>, V> reader;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile KafkaConsumer<String, byte[]> consumer;
  private volatile boolean running;

  /**
   * Describes the topic; nothing is read before {@link #start}.
   *
   * @param reader turns a record into a value; what it throws is logged and the record skipped
   */
  public CompactedTopic(
      String bootstrapServers, String topic, Function<ConsumerRecord<String, byte[]>, V> reader) {
    this.bootstrapServers = bootstrapServers;
    this.topic = topic;
    this.reader = reader;
    this.thread = new Thread(this::run, "compacted-" + topic);
  }

  public void start() {
    running = true;
    thread.setDaemon(true);
    thread.start();
  }

  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  public Collection<V> values() {
    return List.copyOf(values.values());
  }

  @Override
  public void close() {
    running = false;
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  private void run() {
    try (var created =
        new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
      consumer = created;
      assignAll(created);
      while (running) {
        created.poll(Duration.ofSeconds(1)).forEach(this::take);
      }
    } catch (WakeupException e) {
      LOG.debugf("%s is closed", topic);
    }
  }

  private void assignAll(KafkaConsumer<String, byte[]> created) {
    List<TopicPartition> partitions = List.of();
    while (running && partitions.isEmpty()) {
      partitions = partitions(created);
    }
    created.assign(partitions);
    created.seekToBeginning(partitions);
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> created) {
    try {
      return created.partitionsFor(topic, Duration.ofSeconds(2)).stream()
          .map(info -> new TopicPartition(info.topic(), info.partition()))
          .toList();
    } catch (org.apache.kafka.common.errors.TimeoutException e) {
      LOG.debugf("%s is not there yet", topic);
      return List.of();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.value() == null) {
      values.remove(record.key());
      return;
    }
    try {
      values.put(record.key(), reader.apply(record));
    } catch (RuntimeException e) {
      LOG.errorf("%s offset %d skipped: %s", topic, record.offset(), e.getClass().getName());
    }
  }

  private Map<String, Object> settings() {
    var settings = new HashMap<String, Object>();
    settings.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    return settings;
  }
}
