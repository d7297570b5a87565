package org.followthrough.reminder.cadence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** An organization's cadences. */
@ApplicationScoped
class CadenceService {

  private static final Pattern ID = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?");

  private final Pool pool;
  private final CadenceStore cadences;
  private final CadenceChanges changes;

  CadenceService(Pool pool, CadenceStore cadences, CadenceChanges changes) {
    this.pool = pool;
    this.cadences = cadences;
    this.changes = changes;
  }

  Uni<CadenceDocument.Page> list(UUID organizationId) {
    return cadences
        .list(pool, organizationId)
        .map(
            own ->
                Stream.concat(
                        BuiltInCadences.all().stream().map(CadenceService::builtIn),
                        own.stream().map(CadenceService::document))
                    .toList())
        .map(CadenceDocument.Page::new);
  }

  Uni<CadenceDocument> get(CadenceKey key) {
    var builtIn = BuiltInCadences.find(key.cadenceId());
    if (builtIn.isPresent()) {
      return Uni.createFrom().item(builtIn(builtIn.get()));
    }
    if (!ID.matcher(key.cadenceId()).matches()) {
      throw unknown();
    }
    return cadences
        .findOwn(pool, key)
        .map(found -> found.map(CadenceService::document).orElseThrow(CadenceService::unknown));
  }

  /** Writes the cadence; the journeys that follow it are planned again. */
  Uni<CadenceDocument> put(CadenceKey key, CadenceDocument.Request request) {
    List<Step> steps = valid(key, request);
    return pool.withTransaction(
            transaction ->
                changes
                    .cadenceChanged(transaction, key)
                    .chain(() -> cadences.save(transaction, key, steps)))
        .map(CadenceService::document);
  }

  private static List<Step> valid(CadenceKey key, CadenceDocument.Request request) {
    if (!ID.matcher(key.cadenceId()).matches()) {
      throw new ProblemException(
          Problem.invalidField("cadenceId", "must be 1 to 64 of a-z, 0-9 and -"));
    }
    if (BuiltInCadences.find(key.cadenceId()).isPresent()) {
      throw new ProblemException(
          Problem.of(409, "built-in", "Built in", "a built-in cadence stays as it is; copy it"));
    }
    var reading = CadenceReading.read(request == null ? null : request.steps());
    if (!reading.errors().isEmpty()) {
      throw new ProblemException(Problem.invalidFields(reading.errors()));
    }
    return reading.steps();
  }

  private static ProblemException unknown() {
    return new ProblemException(Problem.notFound("the cadence"));
  }

  private static CadenceDocument builtIn(Cadence cadence) {
    return CadenceDocument.of(cadence, true, null);
  }

  private static CadenceDocument document(CadenceStore.Stored stored) {
    return CadenceDocument.of(stored.cadence(), false, stored.version());
  }
}
