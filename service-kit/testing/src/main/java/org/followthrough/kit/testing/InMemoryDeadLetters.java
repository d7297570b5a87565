package org.followthrough.kit.testing;

import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.followthrough.kit.deadletter.DeadLetter;
import org.followthrough.kit.deadletter.DeadLetters;

/** Dead letters for unit tests. */
public final class InMemoryDeadLetters implements DeadLetters {

  private final Clock clock;
  private final Map<String, DeadLetter> letters = new LinkedHashMap<>();

  public InMemoryDeadLetters(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Uni<Void> bury(
      String channel, ConsumerRecord<String, byte[]> record, String reason) {
    String id = record.topic() + "-" + record.partition() + "-" + record.offset();
    letters.put(id, new DeadLetter(id, channel, reason, clock.instant(), record));
    return Uni.createFrom().voidItem();
  }

  @Override
  public synchronized List<DeadLetter> all() {
    return List.copyOf(letters.values());
  }

  @Override
  public synchronized Uni<Void> forget(String id) {
    letters.remove(id);
    return Uni.createFrom().voidItem();
  }
}
