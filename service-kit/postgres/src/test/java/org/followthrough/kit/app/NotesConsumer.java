package org.followthrough.kit.app;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.followthrough.kit.consumer.EventConsumer;
import org.followthrough.kit.consumer.EventConsumers;
import org.followthrough.kit.consumer.ReceivedEvent;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.hibernate.reactive.mutiny.Mutiny;

/** Consumes with a Hibernate Reactive session, the other way a service may take. */
@ApplicationScoped
class NotesConsumer {

  record NoteWritten(UUID noteId, String text) {}

  private final EventConsumer consumer;
  private final Mutiny.SessionFactory sessions;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;

  NotesConsumer(
      EventConsumers consumers,
      Mutiny.SessionFactory sessions,
      PgOutbox outbox,
      OutboxRelay relay,
      EventComposer composer) {
    this.consumer = consumers.create("notes", this::apply);
    this.sessions = sessions;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
  }

  @Incoming("notes")
  Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
    return consumer.consume(records);
  }

  private Uni<Void> apply(List<ReceivedEvent> events) {
    return sessions
        .withTransaction(
            session ->
                Multi.createFrom()
                    .iterable(events)
                    .onItem()
                    .transformToUniAndConcatenate(event -> keep(session, event))
                    .collect()
                    .asList()
                    .chain(
                        () -> outbox.append(session, events.stream().map(this::answer).toList())))
        .invoke(relay::wake);
  }

  private Uni<Void> keep(Mutiny.Session session, ReceivedEvent event) {
    NoteWritten written = event.payload(NoteWritten.class);
    return session
        .find(Note.class, written.noteId())
        .chain(
            note -> {
              if (note == null) {
                return session.persist(new Note(written.noteId(), written.text(), event.version()));
              }
              note.take(written.text(), event.version());
              return Uni.createFrom().voidItem();
            });
  }

  private PendingEvent answer(ReceivedEvent event) {
    return new PendingEvent(
        ThingResource.TOPIC,
        composer.composeFrom(
            event.envelope(), "kit.NoteSeen.v1", event.subject(), event.version(), event.id()));
  }
}
