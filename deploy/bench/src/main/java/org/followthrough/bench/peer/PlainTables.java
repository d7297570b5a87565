package org.followthrough.bench.peer;

import java.sql.SQLException;
import org.followthrough.bench.bed.Database;

/** The two rows an accepted event cannot do without, and one for a click; no more than that. */
public final class PlainTables {

  /** Stores events ($1 ids, $2 JSON texts) that are new, each with a row to be published. */
  static final String STORE_EVENTS =
      """
      WITH incoming AS (SELECT * FROM unnest($1::text[], $2::text[]) AS i (event_id, payload)),
      stored AS (
        INSERT INTO plain_events (event_id, kind, received_at, payload)
        SELECT event_id, 1, now(), payload::jsonb FROM incoming
        ON CONFLICT (event_id) DO NOTHING RETURNING event_id)
      INSERT INTO plain_outbox (topic, event_key, payload)
      SELECT 'events', event_id, convert_to(payload, 'UTF8') FROM stored JOIN incoming USING (event_id)
      """;

  /** Stores clicks ($1 ids, $2 letters) that are new. */
  static final String STORE_CLICKS =
      """
      INSERT INTO plain_clicks (click_id, choice) SELECT * FROM unnest($1::uuid[], $2::text[])
      ON CONFLICT (click_id) DO NOTHING
      """;

  private PlainTables() {}

  public static void create(Database database) throws SQLException {
    database.execute(
        """
        CREATE TABLE IF NOT EXISTS plain_events (
          position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, event_id text NOT NULL UNIQUE,
          kind smallint NOT NULL, received_at timestamptz NOT NULL, payload jsonb NOT NULL);
        CREATE TABLE IF NOT EXISTS plain_outbox (
          position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, topic text NOT NULL,
          event_key text NOT NULL, payload bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS plain_clicks (
          click_id uuid PRIMARY KEY, choice text NOT NULL, clicked_at timestamptz NOT NULL DEFAULT now())
        """);
  }

  /** Empties them, so that each round finds the same. */
  public static void empty(Database database) throws SQLException {
    database.execute("TRUNCATE plain_events, plain_outbox, plain_clicks");
  }
}
