package org.followthrough.evaluation.people;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.evaluation.followup.Followups;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;

/** Keeps the projection of people; an erasure also takes what they wrote on our forms. */
@ApplicationScoped
class PeopleEventsConsumer {

  private final EventConsumer consumer;
  private final People people;
  private final Followups followups;

  PeopleEventsConsumer(EventConsumers consumers, People people, Followups followups) {
    this.people = people;
    this.followups = followups;
    this.consumer = consumers.create("people", this::apply);
  }

  @Incoming("people")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    Map<UUID, Person> newest = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      if (event.isTombstone() || event.type().equals(PersonUpserted.TYPE)) {
        newest.merge(event.subject(), read(event), PeopleEventsConsumer::newer);
      }
    }
    // Texts last: once the person counts as gone, no form takes another word.
    return people.keep(newest.values()).chain(() -> followups.eraseTexts(erased(events)));
  }

  private static Set<UUID> erased(List<ReceivedEvent> events) {
    return events.stream()
        .filter(ReceivedEvent::isTombstone)
        .map(ReceivedEvent::subject)
        .collect(Collectors.toSet());
  }

  private static Person read(ReceivedEvent event) {
    return event.isTombstone()
        ? Person.erased(event.subject(), event.organizationId(), event.version())
        : event
            .payload(PersonUpserted.class)
            .person(event.subject(), event.organizationId(), event.version());
  }

  private static Person newer(Person one, Person other) {
    return other.version() > one.version() ? other : one;
  }
}
