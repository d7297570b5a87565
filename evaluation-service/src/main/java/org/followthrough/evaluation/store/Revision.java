package org.followthrough.evaluation.store;

import java.util.List;
import org.bson.Document;
import org.followthrough.kit.outbox.PendingEvent;

/**
 * What shall become of a document, in one atomic update.
 *
 * @param fields top-level fields to set; all others stay
 * @param events to publish once this is stored
 */
public record Revision(Document fields, List<PendingEvent> events) {

  public Revision {
    events = List.copyOf(events);
  }

  /** Replaces the state, and sets the fields that queries look at. */
  public static Revision of(Object state, Document queried) {
    return new Revision(new Document(queried).append("state", StateJson.write(state)), List.of());
  }

  /** The same with events. */
  public Revision publishing(List<PendingEvent> more) {
    return new Revision(fields, more);
  }
}
