package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuietLog
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class EventClaimsTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject EventClaims claims;
  @Inject Pool pool;

  private final List<HrEvent> events =
      List.of(event(UUID.randomUUID(), "e-1"), event(UUID.randomUUID(), "e-1"));

  private static HrEvent event(UUID organizationId, String id) {
    HrFact fact = new HrFact.PersonLeft("E-1");
    return new HrEvent(0, organizationId, id, "/hr/acme", Instant.EPOCH, fact, null);
  }

  @Test
  void nothingShouldBeClaimedWhereTheTransactionHasNotBegun() {
    assertThat(claims.claim(pool, events).await().atMost(PATIENCE)).isEmpty();

    assertThat(claimedInTransaction()).containsExactlyInAnyOrderElementsOf(events);
  }

  @Test
  void eventShouldBeClaimedOnceAndApartFromAnotherOrganizations() {
    assertThat(claimedInTransaction()).containsExactlyInAnyOrderElementsOf(events);
    assertThat(claimedInTransaction()).isEmpty();
  }

  private List<HrEvent> claimedInTransaction() {
    return pool.withConnection(
            connection ->
                connection
                    .query(TransactionBegin.SQL)
                    .execute()
                    .chain(() -> claims.claim(connection, events))
                    .call(() -> connection.query("COMMIT").execute()))
        .await()
        .atMost(PATIENCE);
  }
}
