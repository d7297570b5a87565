package org.followthrough.evaluation.store;

import java.util.Map;
import org.bson.Document;
import org.followthrough.kit.event.EventJson;

/**
 * A record as the {@code state} of a document: ids and times are text, so that what is read equals
 * what was written to the nanosecond, on any server.
 */
public final class StateJson {

  static final String STATE = "state";

  private StateJson() {}

  /** The record as a nested document. */
  @SuppressWarnings("unchecked")
  public static Document write(Object state) {
    return new Document((Map<String, Object>) EventJson.mapper().convertValue(state, Map.class));
  }

  /** The record in the document's {@code state}. */
  public static <T> T read(Document document, Class<T> type) {
    return EventJson.mapper().convertValue(document.get(STATE, Document.class), type);
  }
}
