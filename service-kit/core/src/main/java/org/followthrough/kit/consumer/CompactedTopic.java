package org.followthrough.kit.consumer;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * The latest value of each key of a small compacted topic, held in memory and kept up to date. It
 * is read from the beginning at every start and needs no group, so every instance sees all of it.
 * An outage of the broker, even at the start, is waited out; what was read stays available.
 */
public final class CompactedTopic<V> implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(CompactedTopic.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration ANSWER = Duration.ofSeconds(5);
  private static final long PAUSE_MILLIS = 1_000;

  private final String bootstrapServers;
  private final String topic;
  private final Function<ConsumerRecord<String, byte[]>, V> reader;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Thread thread;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile KafkaConsumer<String, byte[]> consumer;
  private volatile boolean caughtUp;

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

  /** Begins to read, in a thread of its own; to be called once. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Whether all that was on the topic when reading began has been read; stays true. */
  public boolean caughtUp() {
    return caughtUp;
  }

  /** The latest value of the key; empty where there is none, or none yet. Never blocks. */
  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** The latest values of all keys, in no order. Never blocks. */
  public Collection<V> values() {
    return List.copyOf(values.values());
  }

  /** Stops reading; returns at once. */
  @Override
  public void close() {
    closed.countDown();
    KafkaConsumer<String, byte[]> current = consumer;
    if (current != null) {
      current.wakeup();
    }
  }

  private boolean running() {
    return closed.getCount() > 0;
  }

  private void run() {
    while (running()) {
      try (var created =
          new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
        consumer = created;
        follow(created);
      } catch (WakeupException e) {
        LOG.debugf("%s is closed", topic);
      } catch (RuntimeException e) {
        LOG.warnf("%s is read again from its beginning: %s", topic, e.getClass().getName());
      }
      pause();
    }
  }

  private void follow(KafkaConsumer<String, byte[]> created) {
    List<TopicPartition> partitions = partitions(created);
    created.assign(partitions);
    created.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = ends(created, partitions);
    while (running()) {
      created.poll(POLL).forEach(this::take);
      if (!caughtUp && reached(created, ends)) {
        caughtUp = true;
      }
    }
  }

  private List<TopicPartition> partitions(KafkaConsumer<String, byte[]> created) {
    List<PartitionInfo> infos = answer(() -> created.partitionsFor(topic, ANSWER));
    return infos.stream().map(info -> new TopicPartition(info.topic(), info.partition())).toList();
  }

  private Map<TopicPartition, Long> ends(
      KafkaConsumer<String, byte[]> created, List<TopicPartition> partitions) {
    return answer(() -> created.endOffsets(partitions, ANSWER));
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> created, Map<TopicPartition, Long> ends) {
    try {
      return ends.entrySet().stream()
          .allMatch(end -> created.position(end.getKey(), ANSWER) >= end.getValue());
    } catch (TimeoutException e) {
      return false;
    }
  }

  private interface Question<T> {
    T ask();
  }

  // The consumer goes on looking for the broker by itself; a new one would not find it sooner.
  private <T> T answer(Question<T> question) {
    while (running()) {
      try {
        T answer = question.ask();
        if (answer != null && !(answer instanceof Collection<?> many && many.isEmpty())) {
          return answer;
        }
      } catch (TimeoutException e) {
        LOG.debugf("%s: the broker does not answer yet", topic);
      }
      pause();
    }
    throw new WakeupException();
  }

  private void pause() {
    try {
      if (closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.debugf("%s is closed", topic);
      }
    } catch (InterruptedException e) {
      closed.countDown();
      Thread.currentThread().interrupt();
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    if (record.key() == null) {
      LOG.errorf("%s offset %d skipped: it has no key", topic, record.offset());
    } else if (record.value() == null) {
      values.remove(record.key());
    } else {
      put(record);
    }
  }

  private void put(ConsumerRecord<String, byte[]> record) {
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
