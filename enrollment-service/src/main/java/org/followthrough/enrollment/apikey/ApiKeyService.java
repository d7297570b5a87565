package org.followthrough.enrollment.apikey;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.followthrough.kit.auth.ApiKey;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.outbox.OutboxRelay;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Issues and revokes API keys; all services learn of it by the compacted topic. */
@Singleton
public class ApiKeyService {

  /** All that a key can be good for. */
  public static final Set<String> SCOPES = Set.of("intake", "read", "write", "console", "admin");

  private static final Pattern KEY_ID = Pattern.compile("[a-zA-Z0-9]{1,32}");
  private static final String TYPE = "enrollment.ApiKeyIssued.v1";
  private static final String TOPIC = "enrollment.apikeys.v1";

  private final ApiKeyRepository repository;
  private final KeyDirectory directory;
  private final PgOutbox outbox;
  private final OutboxRelay relay;
  private final EventComposer composer;
  private final Clock clock;

  ApiKeyService(
      ApiKeyRepository repository,
      KeyDirectory directory,
      PgOutbox outbox,
      OutboxRelay relay,
      EventComposer composer,
      Clock clock) {
    this.repository = repository;
    this.directory = directory;
    this.outbox = outbox;
    this.relay = relay;
    this.composer = composer;
    this.clock = clock;
  }

  /** A new random key; the answer is the only place where it is ever seen. */
  public Uni<IssuedApiKey> issue(
      UUID organizationId, String name, Set<String> scopes, Instant expiresAt) {
    String key = NewKey.random();
    StoredApiKey stored =
        new StoredApiKey(organizationId, key, name, scopes, now()).expiringAt(expiresAt);
    return Panache.withTransaction(() -> repository.persist(stored).chain(this::publish))
        .invoke(this::announce)
        .map(saved -> IssuedApiKey.of(saved, key));
  }

  /** Stores a key that was made elsewhere, with all scopes, unless it is known. */
  public Uni<Void> install(UUID organizationId, String key) {
    return Panache.withTransaction(
            () ->
                repository
                    .findById(ApiKey.keyIdOf(key))
                    .onItem()
                    .ifNull()
                    .switchTo(
                        () ->
                            repository
                                .persist(
                                    new StoredApiKey(
                                        organizationId, key, "bootstrap", SCOPES, now()))
                                .chain(this::publish)))
        .invoke(this::announce)
        .replaceWithVoid();
  }

  Uni<Void> revoke(UUID organizationId, String keyId) {
    if (!KEY_ID.matcher(keyId).matches()) {
      return Uni.createFrom().failure(new ProblemException(Problem.notFound("this key")));
    }
    return Panache.withTransaction(
            () ->
                repository
                    .find(organizationId, keyId)
                    .onItem()
                    .ifNull()
                    .failWith(() -> new ProblemException(Problem.notFound("this key")))
                    .chain(key -> key.revoke(now()) ? publish(key) : Uni.createFrom().item(key)))
        .invoke(this::announce)
        .replaceWithVoid();
  }

  Uni<List<StoredApiKey>> page(UUID organizationId, String after, int size) {
    return Panache.withSession(() -> repository.page(organizationId, after, size));
  }

  /** Fills the memory; afterwards it follows by itself. */
  public Uni<Void> learnAll() {
    return directory.refresh();
  }

  private Uni<StoredApiKey> publish(StoredApiKey key) {
    var event =
        composer.compose(TYPE, key.keyId(), key.version(), key.organizationId(), key.published());
    return repository
        .getSession()
        .chain(
            session ->
                session
                    .flush()
                    .chain(() -> outbox.append(session, List.of(new PendingEvent(TOPIC, event)))))
        .replaceWith(key);
  }

  private void announce(StoredApiKey key) {
    directory.learn(key);
    relay.wake();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
