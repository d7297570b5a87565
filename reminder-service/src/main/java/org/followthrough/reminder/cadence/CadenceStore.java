package org.followthrough.reminder.cadence;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.followthrough.kit.event.EventJson;

/** Finds cadences: the built-in ones at once, an organization's own ones in the table. */
@Singleton
public class CadenceStore {

  private static final String FIND =
      """
      SELECT organization_id, cadence_id, steps::text AS steps, version FROM cadences
      JOIN unnest($1::uuid[], $2::text[]) AS wanted(organization_id, cadence_id)
        USING (organization_id, cadence_id)
      """;

  private static final String LIST =
      "SELECT organization_id, cadence_id, steps::text AS steps, version FROM cadences"
          + " WHERE organization_id = $1 ORDER BY cadence_id";

  private static final String SAVE =
      """
      INSERT INTO cadences AS c (organization_id, cadence_id, steps, version)
      VALUES ($1, $2, $3::text::jsonb, 1)
      ON CONFLICT (organization_id, cadence_id)
        DO UPDATE SET steps = excluded.steps, version = c.version + 1
      RETURNING organization_id, cadence_id, steps::text AS steps, version
      """;

  /** A cadence of an organization, and how often it was written. */
  record Stored(CadenceKey key, Cadence cadence, long version) {}

  /** The cadences of these names that exist, in at most one round trip. */
  public Uni<Map<CadenceKey, Cadence>> find(SqlClient client, Collection<CadenceKey> keys) {
    Map<CadenceKey, Cadence> found = new HashMap<>();
    keys.forEach(key -> BuiltInCadences.find(key.cadenceId()).ifPresent(c -> found.put(key, c)));
    List<CadenceKey> own =
        keys.stream()
            .filter(key -> !found.containsKey(key))
            .filter(CadenceStore::canExist)
            .toList();
    if (own.isEmpty()) {
      return Uni.createFrom().item(found);
    }
    return client
        .preparedQuery(FIND)
        .execute(names(own))
        .invoke(rows -> rows.forEach(row -> found.put(stored(row).key(), stored(row).cadence())))
        .replaceWith(found);
  }

  /** The cadence of that name, built in or the organization's own. */
  public Uni<Optional<Cadence>> find(SqlClient client, CadenceKey key) {
    return find(client, List.of(key)).map(found -> Optional.ofNullable(found.get(key)));
  }

  Uni<Optional<Stored>> findOwn(SqlClient client, CadenceKey key) {
    return client
        .preparedQuery(FIND)
        .execute(names(List.of(key)))
        .map(
            rows ->
                rows.size() == 0 ? Optional.empty() : Optional.of(stored(rows.iterator().next())));
  }

  Uni<List<Stored>> list(SqlClient client, UUID organizationId) {
    return client
        .preparedQuery(LIST)
        .execute(Tuple.of(organizationId))
        .map(rows -> rows.stream().map(CadenceStore::stored).toList());
  }

  Uni<Stored> save(SqlClient transaction, CadenceKey key, List<Step> steps) {
    List<StepDocument> documents = steps.stream().map(StepDocument::of).toList();
    String json = new String(EventJson.write(documents), StandardCharsets.UTF_8);
    return transaction
        .preparedQuery(SAVE)
        .execute(Tuple.of(key.organizationId(), key.cadenceId(), json))
        .map(rows -> stored(rows.iterator().next()));
  }

  // PostgreSQL's text has no place for it.
  private static boolean canExist(CadenceKey key) {
    return key.cadenceId().indexOf('\0') < 0;
  }

  private static Tuple names(List<CadenceKey> keys) {
    return Tuple.of(
        keys.stream().map(CadenceKey::organizationId).toArray(UUID[]::new),
        keys.stream().map(CadenceKey::cadenceId).toArray(String[]::new));
  }

  private static Stored stored(Row row) {
    CadenceKey key = new CadenceKey(row.getUUID("organization_id"), row.getString("cadence_id"));
    List<Step> steps = CadenceReading.stored(documents(row.getString("steps")));
    return new Stored(key, new Cadence(key.cadenceId(), steps), row.getLong("version"));
  }

  private static List<StepDocument> documents(String json) {
    try {
      return EventJson.mapper().readValue(json, new TypeReference<List<StepDocument>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
