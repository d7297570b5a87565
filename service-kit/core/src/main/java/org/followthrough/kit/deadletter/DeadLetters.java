package org.followthrough.kit.deadletter;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Keeps records that no retry can help, with their bytes, headers and a reason, until somebody
 * replays them.
 */
public interface DeadLetters {

  /**
   * Keeps the record; completes when it is safe. Burying the same record twice keeps it once.
   *
   * @param reason safe to log: no part of the payload
   */
  Uni<Void> bury(String channel, ConsumerRecord<String, byte[]> record, String reason);

  /**
   * What lies here, oldest first. Never blocks; what was buried a moment ago may not be there yet.
   */
  List<DeadLetter> all();

  /** Forgets a dead letter that was replayed; does nothing where there is none of that id. */
  Uni<Void> forget(String id);
}
