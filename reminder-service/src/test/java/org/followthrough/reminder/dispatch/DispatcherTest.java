package org.followthrough.reminder.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.followthrough.embedded.Fault;
import org.followthrough.embedded.Faults;
import org.followthrough.embedded.MailView;
import org.followthrough.embedded.StoredMail;
import org.followthrough.kit.testing.WithStack;
import org.followthrough.reminder.Scene;
import org.followthrough.reminder.Upstream;
import org.followthrough.reminder.envelope.Addressed;
import org.followthrough.reminder.envelope.Envelope;
import org.followthrough.reminder.envelope.EnvelopeGrouping;
import org.followthrough.reminder.mail.FreeMailPort;
import org.followthrough.reminder.mail.Letter;
import org.followthrough.reminder.mail.LetterWriter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "reminder")
@WithTestResource(FreeMailPort.class)
class DispatcherTest {

  private static final Instant NINE = Bench.NINE_IN_MADRID;
  private static final Pattern TOUCHES =
      Pattern.compile("^X-Followthrough-Touch:.*(?:\\r\\n .*)*", Pattern.MULTILINE);

  @Inject Pool pool;
  @Inject TouchClaims claims;
  @Inject EnvelopeCommits commits;
  @Inject Resends resends;
  @Inject LetterWriter writer;
  @Inject DeliveryResults results;
  @Inject DispatchMetrics metrics;
  @Inject Upstream upstream;

  private Bench bench;
  private GivenTouches given;
  private UUID course;

  @BeforeEach
  void open() throws Exception {
    bench = new Bench(new Bench.Parts(claims, commits, resends, writer, results, metrics));
    given = new GivenTouches(pool).empty();
    course = given.course("Difficult conversations");
  }

  @AfterEach
  void close() throws Exception {
    bench.close();
  }

  @Test
  void dueTouchShouldBecomeOneMail() throws Exception {
    UUID ana = given.person("ana.lopez@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    var instance = bench.instance();

    assertThat(instance.look()).isEqualTo(1);
    assertThat(instance.look()).isZero();

    assertThat(bench.inbox.size()).isEqualTo(1);
    StoredMail stored = bench.inbox.mails().get(0);
    assertThat(stored.recipients()).containsExactly("ana.lopez@example.org");
    MailView mail = stored.view();
    assertThat(mail.header("X-Followthrough-Touch")).isEqualTo(touch.toString());
    assertThat(mail.date()).contains(NINE);
    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    var row =
        given
            .query(
                "SELECT message_id, recipient_id, sent_at, envelope_id FROM touches"
                    + " WHERE touch_id = $1",
                Tuple.of(touch))
            .get(0);
    assertThat(row.getString(0)).isEqualTo(mail.messageId());
    assertThat(row.getUUID(1)).isEqualTo(ana);
    assertThat(row.getOffsetDateTime(2).toInstant()).isEqualTo(NINE);
    assertThat(mail.messageId()).isEqualTo("<" + row.getUUID(3) + "@followthrough.example>");
  }

  @Test
  void putOffMailShouldComeAgainLaterAndArriveOnce() throws Exception {
    UUID ana = given.person("ana@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    bench.inbox.faults(Faults.of(Fault.reject(Fault.At.RCPT, 450, "4.2.0 later").times(1)));
    var instance = bench.instance();

    instance.look();
    assertThat(given.state(touch)).isEqualTo("PLANNED smtp-450");
    assertThat(given.dueAt(touch))
        .isBetween(NINE.plus(Duration.ofMinutes(5)), NINE.plus(Duration.ofMinutes(6)));
    bench.clock.advance(Duration.ofMinutes(4));
    assertThat(instance.look()).isZero();
    bench.clock.advance(Duration.ofMinutes(3));
    instance.look();

    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.size()).isEqualTo(1);
    assertThat(given.count("envelopes WHERE state = 'DEFERRED' AND mime IS NULL")).isEqualTo(1);
  }

  @Test
  void retryShouldNeverOutliveTheTouch() {
    UUID ana = given.person("ana@example.org");
    UUID touch =
        given
            .touch(ana, course, "plan-invitation", NINE)
            .staleAfter(NINE.plus(Duration.ofMinutes(2)))
            .insert();
    bench.inbox.faults(Faults.of(Fault.reject(Fault.At.MAIL, 451, "4.3.0 busy")));
    var instance = bench.instance();

    instance.look();
    assertThat(given.dueAt(touch)).isEqualTo(NINE.plus(Duration.ofMinutes(2)));
    bench.clock.advance(Duration.ofMinutes(3));
    instance.look();

    assertThat(given.state(touch)).isEqualTo("EXPIRED stale");
  }

  @Test
  void oneBadRecipientShouldNotTouchTheOthers() throws Exception {
    given.many(100, course, "plan-invitation", "plans", NINE);
    bench.inbox.faults(
        Faults.of(
            Fault.reject(Fault.At.RCPT, 554, "5.7.1 no")
                .forRecipients(List.of("learner13@example.org"))));

    bench.instance().look();

    assertThat(bench.inbox.size()).isEqualTo(99);
    assertThat(given.count("touches WHERE state = 'ACCEPTED'")).isEqualTo(99);
    assertThat(given.count("touches WHERE state = 'FAILED' AND reason = 'smtp-554'")).isEqualTo(1);
    try (var deliveries = new PublishedDeliveries(given.organization)) {
      List<String> told = deliveries.awaitTypes(100);
      assertThat(told).filteredOn(DeliveryEvents.SENT::equals).hasSize(99);
      assertThat(told).filteredOn(DeliveryEvents.FAILED::equals).hasSize(1);
    }
  }

  @Test
  void managerShouldGetOneMailForAllReports() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID ben = given.person("ben@example.org", "Ben", "Europe/Madrid", "en", boss);
    UUID one = given.touch(ana, course, "pre-course-talk", NINE).insert();
    UUID two = given.touch(ben, course, "evaluation-3m-manager", NINE.minusSeconds(60)).insert();
    UUID late = given.touch(ben, course, "post-course-talk", NINE.plusSeconds(60)).insert();
    var instance = bench.instance();

    // A batch of one is picked; the other touch of the same manager comes along.
    assertThat(instance.look(1)).isEqualTo(2);

    assertThat(bench.inbox.size()).isEqualTo(1);
    String touches = bench.inbox.mails().get(0).view().header("X-Followthrough-Touch");
    assertThat(touches.split(",\\s*")).containsExactlyInAnyOrder(one.toString(), two.toString());
    bench.clock.advance(Duration.ofMinutes(5));
    instance.look();
    assertThat(bench.inbox.size()).isEqualTo(1);
    assertThat(given.state(late)).isEqualTo("PLANNED window-taken");
    assertThat(given.dueAt(late)).isEqualTo("2027-01-21T08:00:00Z");
    bench.clock.set(Instant.parse("2027-01-21T08:00:01Z"));
    instance.look();
    assertThat(given.state(late)).isEqualTo("ACCEPTED");
  }

  @Test
  void boosterShouldTravelAlone() throws Exception {
    UUID ana = given.person("ana@example.org");
    UUID plan = given.touch(ana, course, "plan-check-in", NINE).insert();
    UUID booster =
        given
            .touch(ana, course, "booster", NINE)
            .content(
                "{\"boosterId\":\"018f3a5e-7a10-7c11-9a01-000000000007\",\"stem\":\"What"
                    + " first?\",\"options\":[{\"key\":\"A\",\"text\":\"This\"}]}")
            .insert();

    bench.instance().look();

    Set<String> touches =
        bench.inbox.mails().stream()
            .map(mail -> view(mail).header("X-Followthrough-Touch"))
            .collect(Collectors.toSet());
    assertThat(touches).containsExactlyInAnyOrder(plan.toString(), booster.toString());
  }

  @Test
  void currentManagerShouldGetItAndNobodyWhoLeft() throws Exception {
    UUID old = given.person("old@example.org", "Old", "Europe/Madrid", "en", null);
    UUID next = given.person("next@example.org", "Next", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", old);
    UUID leaver = given.person("leaver@example.org", "Leaver", "Europe/Madrid", "en", old);
    UUID orphan = given.person("orphan@example.org", "Orphan", "Europe/Madrid", "en", null);
    UUID toManager = given.touch(ana, course, "post-course-talk", NINE).insert();
    UUID toLeaver = given.touch(leaver, course, "plan-invitation", NINE).insert();
    UUID aboutLeaver = given.touch(leaver, course, "post-course-talk", NINE).insert();
    UUID toNobody = given.touch(orphan, course, "post-course-talk", NINE).insert();
    given.run("UPDATE people SET manager_id = $1 WHERE person_id = $2", Tuple.of(next, ana));
    given.run("UPDATE people SET gone = true WHERE person_id = $1", Tuple.of(leaver));

    bench.instance().look();

    assertThat(bench.inbox.mails().stream().flatMap(mail -> mail.recipients().stream()))
        .containsExactly("next@example.org");
    assertThat(given.state(toManager)).isEqualTo("ACCEPTED");
    assertThat(given.state(toLeaver)).isEqualTo("SUPPRESSED left");
    assertThat(given.state(aboutLeaver)).isEqualTo("SUPPRESSED left");
    assertThat(given.state(toNobody)).isEqualTo("SUPPRESSED no-manager");
  }

  // A statement sees what was committed before it began, and it may wait long for its turn.
  @Test
  void managerWhoCameWhileTheClaimWaitedForItsTurnShouldGetIt() {
    UUID boss = UUID.randomUUID();
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID touch = given.touch(ana, course, "post-course-talk", NINE).insert();
    SqlConnection before = await(pool.getConnection());
    await(before.query("BEGIN").execute());
    await(before.query("SELECT pg_advisory_xact_lock(1179934789)").execute());
    var instance = bench.instance();
    var look = CompletableFuture.runAsync(instance::look);
    awaitCount(1, "pg_stat_activity WHERE wait_event = 'advisory'");

    given.run(
        "INSERT INTO people SELECT (jsonb_populate_record(p, jsonb_build_object('person_id', $1,"
            + " 'external_id', 'boss', 'email', 'boss@example.org', 'manager_id', null))).*"
            + " FROM people p WHERE person_id = $2",
        Tuple.of(boss, ana));
    await(before.query("COMMIT").execute());
    await(before.close());
    look.orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.mails().get(0).recipients()).containsExactly("boss@example.org");
  }

  @Test
  void quietHoursLeaveAndUnsubscribingShouldHoldBack() {
    UUID awake = given.person("t@example.org", "Tomo", "Asia/Tokyo", "en", null);
    UUID away = given.person("away@example.org");
    UUID done = given.person("done@example.org");
    UUID bad = given.person("not an address");
    given.run("UPDATE people SET leave_until = '2027-01-23' WHERE person_id = $1", Tuple.of(away));
    given.run("INSERT INTO unsubscriptions VALUES ($1, 'plans', now())", Tuple.of(done));
    UUID evening =
        given
            .touch(awake, course, "plan-invitation", Instant.parse("2027-01-20T09:30:00Z"))
            .insert();
    UUID onLeave = given.touch(away, course, "plan-invitation", NINE).insert();
    UUID ended = given.touch(done, course, "plan-invitation", NINE).insert();
    UUID nowhere = given.touch(bad, course, "plan-invitation", NINE).insert();
    UUID stale =
        given.touch(away, course, "plan-check-in", NINE.minusSeconds(60)).staleAfter(NINE).insert();
    bench.clock.set(Instant.parse("2027-01-20T09:30:00Z"));

    bench.instance().look();

    assertThat(bench.inbox.size()).isZero();
    // 18:30 in Tokyo: the next morning there.
    assertThat(given.state(evening)).isEqualTo("PLANNED quiet-hours");
    assertThat(given.dueAt(evening)).isEqualTo("2027-01-20T23:00:00Z");
    // Back on a Saturday: Monday morning.
    assertThat(given.state(onLeave)).isEqualTo("PLANNED on-leave");
    assertThat(given.dueAt(onLeave)).isEqualTo("2027-01-25T08:00:00Z");
    assertThat(given.state(ended)).isEqualTo("SUPPRESSED unsubscribed");
    assertThat(given.state(nowhere)).isEqualTo("SUPPRESSED no-address");
    assertThat(given.state(stale)).isEqualTo("EXPIRED stale");
  }

  @Test
  void doubtShouldHoldAPlanAndSendATalkOnceMore() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID plan = given.touch(ana, course, "plan-invitation", NINE).insert();
    UUID talk = given.touch(ana, course, "post-course-talk", NINE).insert();
    bench.inbox.faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT)));
    var instance = bench.instance();

    instance.look();
    assertThat(given.state(plan)).isEqualTo("IN_DOUBT lost-after-data");
    assertThat(given.state(talk)).isEqualTo("IN_DOUBT lost-after-data");
    assertThat(bench.inbox.size()).isEqualTo(2);
    bench.clock.advance(Duration.ofMinutes(10));
    instance.recover();
    assertThat(bench.inbox.size()).isEqualTo(2);
    bench.clock.advance(Duration.ofMinutes(10));
    // The second copy gets lost, too: there is no third.
    instance.recover();
    bench.clock.advance(Duration.ofMinutes(60));
    instance.recover();

    List<StoredMail> talks =
        bench.inbox.mails().stream()
            .filter(mail -> mail.recipients().contains("boss@example.org"))
            .toList();
    assertThat(talks).hasSize(2);
    assertThat(talks.get(0).sha256()).isEqualTo(talks.get(1).sha256());
    assertThat(talks.get(0).messageId()).isEqualTo(talks.get(1).messageId());
    assertThat(bench.inbox.size()).isEqualTo(3);
    assertThat(given.state(talk)).startsWith("IN_DOUBT");
    assertThat(given.count("envelopes WHERE mime IS NOT NULL")).isZero();
  }

  @Test
  void secondCopyThatIsAcceptedShouldEndTheDoubt() {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID talk = given.touch(ana, course, "post-course-talk", NINE).insert();
    bench.inbox.faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT).times(1)));
    var instance = bench.instance();

    instance.look();
    bench.clock.advance(Duration.ofMinutes(20));
    instance.recover();

    assertThat(given.state(talk)).isEqualTo("ACCEPTED");
  }

  @Test
  void secondCopyShouldNotGoToAFormerManager() {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID talk = given.touch(ana, course, "post-course-talk", NINE).insert();
    bench.inbox.faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT).times(1)));
    var instance = bench.instance();

    instance.look();
    given.run("UPDATE people SET manager_id = NULL WHERE person_id = $1", Tuple.of(ana));
    bench.clock.advance(Duration.ofMinutes(20));
    instance.recover();

    assertThat(bench.inbox.size()).isEqualTo(1);
    assertThat(given.state(talk)).startsWith("IN_DOUBT");
  }

  @Test
  void crashAfterTheRelayTookItShouldBeInDoubt() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID plan = given.touch(ana, course, "plan-invitation", NINE).insert();
    UUID talk = given.touch(ana, course, "post-course-talk", NINE).insert();
    UUID carl = given.person("carl@example.org");
    UUID claimed = given.touch(carl, course, "plan-invitation", NINE).insert();
    given.run(
        "UPDATE touches SET state = 'CLAIMED', claim_token = gen_random_uuid(), lease_until = now()"
            + " - interval '1 second' WHERE touch_id = $1",
        Tuple.of(claimed));
    try (var relay = new VanishingTransport(bench.inbox.port())) {
      var crashed = bench.instance(relay, Bench.LEASE);
      crashed.dispatcher.dispatch(Bench.look(NINE, 500));
      relay.awaitSent(2);
    }
    assertThat(given.state(plan)).isEqualTo("TRANSMITTING");
    given.run("UPDATE envelopes SET lease_until = now() - interval '1 second'");
    var survivor = bench.instance();

    survivor.recover();
    survivor.look();

    assertThat(given.state(plan)).isEqualTo("IN_DOUBT interrupted");
    assertThat(given.state(talk)).isEqualTo("ACCEPTED");
    assertThat(given.state(claimed)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.mails().stream().flatMap(mail -> mail.recipients().stream()))
        .containsExactlyInAnyOrder(
            "ana@example.org", "boss@example.org", "boss@example.org", "carl@example.org");
  }

  @Test
  void twoInstancesShouldSendEachMailOnce() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    given.many(5_000, course, "booster", "boosters", NINE);
    given.run("UPDATE people SET manager_id = $1 WHERE person_id <> $1", Tuple.of(boss));
    for (var row : given.query("SELECT person_id FROM people LIMIT 40", Tuple.tuple())) {
      if (!row.getUUID(0).equals(boss)) {
        given.touch(row.getUUID(0), course, "post-course-talk", NINE).insert();
      }
    }
    List<Thread> threads =
        List.of(bench.instance(), bench.instance(), bench.instance()).stream()
            .map(instance -> new Thread(() -> drain(instance)))
            .toList();
    long begun = System.nanoTime();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    System.out.printf("three dispatchers: 5001 mails in %.2f s%n", seconds);

    assertThat(bench.inbox.size()).isEqualTo(5_001);
    assertThat(bench.inbox.mails().stream().map(DispatcherTest::touches)).doesNotHaveDuplicates();
    assertThat(given.count("touches WHERE state <> 'ACCEPTED'")).isZero();
    assertThat(given.count("envelopes WHERE recipient_id = '" + boss + "'")).isEqualTo(1);
  }

  @Test
  void requestAndItsReminderDueTogetherShouldGoOutOnce() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    UUID enrollment = UUID.randomUUID();
    UUID request =
        given
            .touch(ana, course, "pre-course-talk", NINE.minus(Duration.ofDays(3)))
            .enrollment(enrollment)
            .insert();
    UUID reminder =
        given
            .touch(ana, course, "pre-course-talk", NINE)
            .enrollment(enrollment)
            .occurrence(1)
            .insert();
    UUID otherCourse = given.touch(ana, course, "pre-course-talk", NINE).insert();

    bench.instance().look();

    assertThat(given.state(request)).isEqualTo("COALESCED overtaken");
    assertThat(bench.inbox.size()).isEqualTo(1);
    String touches = bench.inbox.mails().get(0).view().header("X-Followthrough-Touch");
    assertThat(touches.split(",\\s*"))
        .containsExactlyInAnyOrder(reminder.toString(), otherCourse.toString());
  }

  @Test
  void failedCommitShouldCostNoMailAndNoWaiting() {
    UUID ana = given.person("ana@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    var instance = bench.instance();

    given.run("ALTER TABLE envelopes RENAME TO envelopes_away");
    try {
      assertThatThrownBy(instance::look).isInstanceOf(RuntimeException.class);
    } finally {
      given.run("ALTER TABLE envelopes_away RENAME TO envelopes");
    }
    assertThat(given.state(touch)).isEqualTo("CLAIMED");
    instance.recover();
    instance.look();

    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.size()).isEqualTo(1);
  }

  @Test
  void batchThatFailsWhileOthersAreUnderWayShouldCostNoMail() {
    UUID ana = given.person("ana@example.org");
    UUID ben = given.person("ben@example.org");
    UUID carl = given.person("carl@example.org");
    UUID first = given.touch(ana, course, "plan-invitation", NINE.minusSeconds(3)).insert();
    UUID failing = given.touch(ben, course, "plan-invitation", NINE.minusSeconds(2)).insert();
    UUID last = given.touch(carl, course, "plan-invitation", NINE.minusSeconds(1)).insert();
    var instance = bench.instance();

    given.run("ALTER TABLE envelopes ADD CONSTRAINT no_ben CHECK (mail_to <> 'ben@example.org')");
    try {
      assertThatThrownBy(() -> instance.drain(1)).isInstanceOf(RuntimeException.class);
    } finally {
      given.run("ALTER TABLE envelopes DROP CONSTRAINT no_ben");
    }
    assertThat(given.state(first)).isEqualTo("ACCEPTED");
    assertThat(given.state(failing)).isEqualTo("CLAIMED");
    assertThat(given.state(last)).isEqualTo("CLAIMED");
    instance.recover();
    instance.drain(1);

    assertThat(given.count("touches WHERE state = 'ACCEPTED'")).isEqualTo(3);
    assertThat(bench.inbox.mails().stream().flatMap(mail -> mail.recipients().stream()))
        .containsExactlyInAnyOrder("ana@example.org", "ben@example.org", "carl@example.org");
  }

  @Test
  void batchesUnderWayAtOnceShouldSendEachMailOnce() throws Exception {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    given.many(1_000, course, "plan-invitation", "plans", NINE);
    given.run("UPDATE people SET manager_id = $1 WHERE person_id <> $1", Tuple.of(boss));
    for (var row : given.query("SELECT learner_id FROM touches LIMIT 40", Tuple.tuple())) {
      given.touch(row.getUUID(0), course, "post-course-talk", NINE).insert();
    }
    var one = bench.instance();
    var other = bench.instance();
    var drained = CompletableFuture.runAsync(() -> other.drain(30));

    one.drain(30);
    drained.orTimeout(60, TimeUnit.SECONDS).join();

    assertThat(bench.inbox.size()).isEqualTo(1_001);
    assertThat(bench.inbox.mails().stream().map(DispatcherTest::touches)).doesNotHaveDuplicates();
    assertThat(given.count("touches WHERE state <> 'ACCEPTED'")).isZero();
    assertThat(given.count("envelopes WHERE recipient_id = '" + boss + "'")).isEqualTo(1);
  }

  @Test
  void commitOfUnknownFateShouldBeTakenBackWhole() {
    UUID ana = given.person("ana@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    UUID token = UUID.randomUUID();
    var claimed = new Claimed(token);
    claimed.commit();
    assertThat(given.state(touch)).isEqualTo("TRANSMITTING");

    assertThat(await(claims.release(Set.of(token)))).isZero();
    assertThat(await(commits.takeBack(Set.of(token)))).isEqualTo(1);
    assertThat(given.state(touch)).isEqualTo("PLANNED");
    bench.instance().look();

    assertThat(given.state(touch)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.size()).isEqualTo(1);
  }

  @Test
  void instanceFrozenInMidTransactionShouldHoldUpNobodyElse() {
    UUID ana = given.person("ana@example.org");
    UUID frozen = given.touch(ana, course, "plan-invitation", NINE).insert();
    new Claimed(UUID.randomUUID());
    given.run("UPDATE touches SET lease_until = now() - interval '1 second'");
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ben = given.person("ben@example.org", "Ben", "Europe/Madrid", "en", boss);
    UUID sending = given.touch(ben, course, "post-course-talk", NINE).insert();
    new Claimed(UUID.randomUUID()).commit();
    given.run("UPDATE envelopes SET lease_until = now() - interval '1 second'");
    UUID carl = given.person("carl@example.org");
    UUID due = given.touch(carl, course, "plan-invitation", NINE).insert();
    var survivor = bench.instance();

    SqlConnection stopped = await(pool.getConnection());
    await(stopped.query("BEGIN").execute());
    await(
        stopped
            .preparedQuery("SELECT 1 FROM touches WHERE touch_id <> $1 FOR UPDATE")
            .execute(Tuple.of(due)));
    await(stopped.query("SELECT 1 FROM envelopes FOR UPDATE").execute());

    survivor.recover();
    survivor.look();
    assertThat(given.state(due)).isEqualTo("ACCEPTED");
    assertThat(given.state(frozen)).isEqualTo("CLAIMED");
    assertThat(given.state(sending)).isEqualTo("TRANSMITTING");
    await(stopped.query("ROLLBACK").execute());
    await(stopped.close());

    survivor.recover();
    survivor.look();
    assertThat(given.state(frozen)).isEqualTo("ACCEPTED");
    assertThat(given.state(sending)).isEqualTo("ACCEPTED");
  }

  @Test
  void whatWasCalledOffWhileACrashedInstanceHeldItShouldNotBeSent() {
    Scene scene = Scene.create();
    upstream.publish(
        scene.person(1, "Europe/Berlin", false),
        scene.manager(1, "Europe/Berlin"),
        scene.course(1, "standard"),
        scene.enrolled(1));
    String journey = " WHERE enrollment_id = '" + scene.enrollmentId() + "'";
    // With the manager, too: what is about to be planned again cannot be claimed.
    awaitCount(1, "journeys" + journey + " AND planned_at IS NOT NULL");
    assertThat(given.count("touches" + journey + " AND state = 'PLANNED'")).isEqualTo(4);
    bench.clock.set(Instant.parse("2027-01-11T08:30:00Z"));
    await(claims.claim(Instant.EPOCH, bench.clock.instant(), 500, UUID.randomUUID(), Bench.LEASE));
    assertThat(given.count("touches" + journey + " AND state = 'CLAIMED'")).isEqualTo(2);
    upstream.publish(scene.withdrawn(2));
    awaitCount(2, "touches" + journey + " AND state = 'CANCELLED'");
    given.run(
        "UPDATE touches SET lease_until = now() - interval '1 second' WHERE touch_id IN"
            + " (SELECT touch_id FROM touches"
            + journey
            + " ORDER BY touch_id FOR UPDATE)");
    var survivor = bench.instance();

    // Again and again, as the loop does: it passes over what planning is just looking at.
    Awaitility.await("all called off")
        .atMost(Duration.ofMinutes(2))
        .until(
            () -> {
              survivor.recover();
              survivor.look();
              return given.count("touches" + journey + " AND state = 'CANCELLED'") == 4;
            });

    assertThat(bench.inbox.size()).isZero();
  }

  private void awaitCount(long expected, String where) {
    Awaitility.await(where)
        .atMost(Duration.ofMinutes(2))
        .until(() -> given.count(where) == expected);
  }

  @Test
  void verdictAfterTheClaimEndedShouldChangeNothing() throws Exception {
    UUID ana = given.person("ana@example.org");
    UUID plan = given.touch(ana, course, "plan-invitation", NINE).insert();
    try (var relay = new VanishingTransport(bench.inbox.port())) {
      var zombie = bench.instance(relay, Bench.LEASE);
      zombie.dispatcher.dispatch(Bench.look(NINE, 500));
      relay.awaitSent(1);
      given.run("UPDATE envelopes SET lease_until = now() - interval '1 second'");
      bench.instance().recover();
      assertThat(given.state(plan)).isEqualTo("IN_DOUBT interrupted");

      relay.reappear();
      zombie.settle();
    }

    assertThat(given.state(plan)).isEqualTo("IN_DOUBT interrupted");
    assertThat(bench.inbox.size()).isEqualTo(1);
  }

  @Test
  void personErasedWhileTheMailIsWrittenShouldNotGetIt() {
    UUID ana = given.person("ana@example.org");
    UUID touch = given.touch(ana, course, "plan-invitation", NINE).insert();
    var claimed = new Claimed(UUID.randomUUID());
    given.run("DELETE FROM people WHERE person_id = $1", Tuple.of(ana));

    assertThat(claimed.commit()).isEmpty();
    assertThat(given.count("envelopes")).isZero();
    bench.instance().look();

    assertThat(given.state(touch)).isEqualTo("SUPPRESSED left");
    assertThat(bench.inbox.size()).isZero();
  }

  @Test
  void restOfAnEnvelopeShouldBeDecidedOnAfreshWhenOneOfItsTouchesIsCancelled() throws Exception {
    UUID ana = given.person("ana@example.org");
    UUID cancelled = given.touch(ana, course, "plan-invitation", NINE).insert();
    UUID wanted = given.touch(ana, course, "plan-check-in", NINE).insert();
    var claimed = new Claimed(UUID.randomUUID());
    given.run("UPDATE touches SET state = 'CANCELLED' WHERE touch_id = $1", Tuple.of(cancelled));

    assertThat(claimed.commit()).isEmpty();
    assertThat(given.state(wanted)).isEqualTo("PLANNED");
    assertThat(given.dueAt(wanted)).isEqualTo(NINE);
    bench.instance().look();

    assertThat(given.state(cancelled)).isEqualTo("CANCELLED");
    assertThat(given.state(wanted)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.mails().get(0).view().header("X-Followthrough-Touch"))
        .isEqualTo(wanted.toString());
  }

  @Test
  void secondCopyShouldReachAnAddressWithAnUmlautInIt() {
    UUID boss = given.person("bea@müller.example", "Bea Boss", "Europe/Berlin", "de", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Berlin", "de", boss);
    UUID talk = given.touch(ana, course, "post-course-talk", NINE).insert();
    bench.inbox.faults(Faults.of(Fault.drop(Fault.At.AFTER_DOT).times(1)));
    var instance = bench.instance();

    instance.look();
    bench.clock.advance(Duration.ofMinutes(20));
    instance.recover();

    assertThat(given.state(talk)).isEqualTo("ACCEPTED");
    assertThat(bench.inbox.mails()).hasSize(2);
    assertThat(bench.inbox.mails().get(1).recipients())
        .containsExactly("bea@xn--mller-kva.example");
  }

  @Test
  void bytesShouldBeKeptOnlyWhereTheyMayGoOutAgain() {
    UUID boss = given.person("boss@example.org", "Bea Boss", "Europe/Madrid", "en", null);
    UUID ana = given.person("ana@example.org", "Ana", "Europe/Madrid", "en", boss);
    given.touch(ana, course, "plan-invitation", NINE).insert();
    given.touch(ana, course, "post-course-talk", NINE).insert();

    new Claimed(UUID.randomUUID()).commit();

    assertThat(given.count("envelopes WHERE NOT resendable AND mime IS NULL")).isEqualTo(1);
    assertThat(given.count("envelopes WHERE resendable AND mime IS NOT NULL")).isEqualTo(1);
    assertThat(given.count("envelopes WHERE length(mime_sha256) = 32")).isEqualTo(2);
  }

  /** What an instance has claimed and written, and not yet committed. */
  private final class Claimed {
    private final UUID token;
    private final List<Posting> postings;

    Claimed(UUID token) {
      this.token = token;
      List<Addressed> touches =
          await(claims.claim(Instant.EPOCH, NINE, 500, token, Bench.LEASE)).stream()
              .map(touch -> address(touch))
              .toList();
      postings =
          EnvelopeGrouping.group(touches, UUID::randomUUID).stream().map(this::written).toList();
    }

    private Posting written(Envelope envelope) {
      Letter letter = envelope.letter();
      return new Posting(envelope, writer.write(letter, Long.MAX_VALUE), writer.messageId(letter));
    }

    Set<UUID> commit() {
      return await(commits.commit(token, postings, List.of(), Bench.LEASE));
    }
  }

  private static Addressed address(DueTouch touch) {
    var send = (Decision.Send) DispatchPolicy.decide(touch, NINE);
    return DispatchPolicy.address(touch, send.recipient(), NINE);
  }

  private static <T> T await(Uni<T> statement) {
    return statement.await().atMost(Duration.ofSeconds(60));
  }

  private static void drain(Bench.Instance instance) {
    while (instance.look() > 0) {
      Thread.onSpinWait();
    }
  }

  /** The header as it is in the file: parsing thousands of mails would take longer than sending. */
  private static String touches(StoredMail mail) {
    try {
      Matcher header = TOUCHES.matcher(new String(mail.bytes(), StandardCharsets.US_ASCII));
      assertThat(header.find()).isTrue();
      return header.group();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static MailView view(StoredMail mail) {
    try {
      return mail.view();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
