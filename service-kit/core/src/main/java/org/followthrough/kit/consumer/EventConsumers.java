package org.followthrough.kit.consumer;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.followthrough.kit.deadletter.DeadLetters;

/** Makes the consumers of a service and knows them by channel, so that dead letters can go back. */
@Singleton
public class EventConsumers {

  private final DeadLetters deadLetters;
  private final KnownFaults faults;
  private final Map<String, EventConsumer> byChannel = new ConcurrentHashMap<>();

  EventConsumers(DeadLetters deadLetters, Instance<TransientFault> faults) {
    this.deadLetters = deadLetters;
    this.faults = new KnownFaults(faults);
  }

  /**
   * Makes the consumer of a channel.
   *
   * @param channel the name in {@code mp.messaging.incoming.<channel>}
   * @param effect applies a batch in one transaction; must be idempotent, by key or by {@link
   *     Inbox}, because a batch can come again in whole or in part
   */
  public EventConsumer create(String channel, Function<List<ReceivedEvent>, Uni<Void>> effect) {
    var consumer = new EventConsumer(channel, effect, deadLetters, faults);
    byChannel.put(channel, consumer);
    return consumer;
  }

  /** The consumer of a channel, if this service has it. */
  public Optional<EventConsumer> ofChannel(String channel) {
    return Optional.ofNullable(byChannel.get(channel));
  }

  void stop(@Observes ShutdownEvent event) {
    faults.stop();
  }
}
