package org.followthrough.reminder.dispatch;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.*;
import java.util.*;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.envelope.*;
import org.followthrough.reminder.mail.*;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = {"kafka", "postgres"}, databases = "reminder")
@WithTestResource(FreeMailPort.class)
class ZMeasureTest {
  @Inject Pool pool;
  @Inject TouchClaims claims;
  @Inject EnvelopeCommits commits;
  @Inject Resends resends;
  @Inject LetterWriter writer;
  @Inject DeliveryResults results;
  @Inject DispatchMetrics metrics;

  @Test
  void measure() throws Exception {
    for (int round = 0; round < 3; round++) {
      try (Bench bench = new Bench(new Bench.Parts(claims, commits, resends, writer, results, metrics))) {
        GivenTouches given = new GivenTouches(pool).empty();
        UUID course = given.course("C");
        given.many(5000, course, "booster", "boosters", Bench.NINE_IN_MADRID);
        var instance = bench.instance();
        long t0 = System.nanoTime();
        while (instance.look() > 0) { Thread.onSpinWait(); }
        double s = (System.nanoTime() - t0) / 1e9;
        System.out.printf("MEASURE round %d: %d mails %.2f s = %.0f/s%n", round, bench.inbox.size(), s, bench.inbox.size() / s);
        given.empty();
        given.many(5000, given.course("C"), "booster", "boosters", Bench.NINE_IN_MADRID);
        long claim = 0, write = 0, commit = 0, settle = 0;
        for (int b = 0; b < 10; b++) {
          UUID token = EventComposer.newId();
          long a = System.nanoTime();
          List<DueTouch> due = claims.claim(Instant.EPOCH, Bench.NINE_IN_MADRID, 500, token, Duration.ofMinutes(5)).await().indefinitely();
          long c = System.nanoTime();
          List<Addressed> ad = new ArrayList<>();
          for (DueTouch t : due) ad.add(DispatchPolicy.address(t, t.reader().recipient().get(), Bench.NINE_IN_MADRID));
          List<Posting> ps = new ArrayList<>();
          for (Envelope e : EnvelopeGrouping.group(ad, EventComposer::newId)) ps.add(new Posting(e, writer.write(e.letter(), Long.MAX_VALUE), writer.messageId(e.letter())));
          long d = System.nanoTime();
          Set<UUID> posted = commits.commit(token, ps, List.of(), Duration.ofMinutes(5)).await().indefinitely();
          long e2 = System.nanoTime();
          List<Settlement> st = new ArrayList<>();
          for (Posting p : ps) st.add(Settlement.of(new InFlight(token, p.mail(), Bench.NINE_IN_MADRID, ZoneOffset.UTC, 0, false, false), Verdict.accepted(), Bench.NINE_IN_MADRID, Duration.ofMinutes(1), 0));
          results.settle(st).await().indefinitely();
          long f = System.nanoTime();
          claim += c - a; write += d - c; commit += e2 - d; settle += f - e2;
          if (posted.size() != 500) System.out.println("MEASURE posted " + posted.size());
          if (b == 9) System.out.printf("MEASURE mime bytes %d%n", ps.get(0).mail().mime().length);
        }
        System.out.printf("MEASURE ms per batch: claim %d write %d commit %d settle %d%n", claim / 10_000_000, write / 10_000_000, commit / 10_000_000, settle / 10_000_000);
      }
    }
    for (var row : given("EXPLAIN (ANALYZE, BUFFERS) SELECT 1")) System.out.println(row.getString(0));
  }

  private List<io.vertx.mutiny.sqlclient.Row> given(String sql) {
    return new GivenTouches(pool).query(sql, Tuple.tuple());
  }
}
