package org.followthrough.enrollment.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TestDatabase;
import org.followthrough.kit.testing.QuietLog;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event that nobody saw coming: the checks let it pass, the database does not. */
@QuarkusTest
@QuietLog(expected = "an HR event cannot be stored, reference")
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class RefusedByTheDatabaseTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private static final int POISON = 17;

  @BeforeEach
  void refuse() throws SQLException {
    execute("ALTER TABLE people ADD CONSTRAINT no_poison CHECK (name <> 'Poison') NOT VALID");
  }

  @AfterEach
  void takeAll() throws SQLException {
    execute("ALTER TABLE people DROP CONSTRAINT no_poison");
  }

  private static void execute(String sql) throws SQLException {
    try (Connection connection = TestDatabase.connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Test
  void itShouldBeRejectedAndTheOthersBeStored() {
    List<HrEventText> events =
        IntStream.range(0, 40).mapToObj(n -> person(n, n == POISON ? "Poison" : "Ana")).toList();
    Tenant tenant = Tenant.created();

    tenant
        .request()
        .contentType("application/x-ndjson")
        .body(HrEventText.lines(events).getBytes(UTF_8))
        .post("/v1/hr-events")
        .then()
        .statusCode(200)
        .body("accepted", equalTo(39))
        .body("duplicates", equalTo(0))
        .body("rejected.index", contains(POISON))
        .body("rejected.id", contains("e-" + POISON))
        .body("rejected.problem.status", contains(500));

    tenant.postBatch(List.of(person(POISON, "Ben"))).then().body("accepted", equalTo(1));
  }

  private static HrEventText person(int n, String name) {
    return HrEventText.person("e-" + n, MONDAY, "E-" + n, name);
  }
}
