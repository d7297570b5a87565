package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.followthrough.enrollment.cohort.CohortDates;
import org.followthrough.enrollment.cohort.CohortSnapshot;
import org.followthrough.enrollment.cohort.CohortStore;
import org.followthrough.enrollment.course.CourseStubs;
import org.followthrough.enrollment.enrollment.EnrollmentBook;
import org.followthrough.enrollment.enrollment.Entries;
import org.followthrough.enrollment.enrollment.OpenPages;
import org.followthrough.enrollment.person.PeopleStore;
import org.followthrough.enrollment.person.PersonSnapshot;
import org.followthrough.kit.outbox.PendingEvent;
import org.followthrough.kit.postgres.PgOutbox;

/**
 * A batch of HR events in one transaction with a fixed number of round trips, whatever its size:
 * claim, name, lock and read, write. Rows are locked table by table and sorted within each, so that
 * batches cannot wait for each other in a circle.
 */
@Singleton
class IntakeTransaction {

  private record Begun(List<HrEvent> fresh, Mentions mentions, Identities known) {}

  private record Locked(
      List<PersonSnapshot> people, List<CohortSnapshot> cohorts, OpenPages pages) {}

  private final Pool pool;
  private final EventClaims claims;
  private final IdentityRegister register;
  private final PeopleStore people;
  private final CourseStubs courses;
  private final CohortStore cohorts;
  private final EnrollmentBook book;
  private final PgOutbox outbox;

  IntakeTransaction(
      Pool pool,
      EventClaims claims,
      IdentityRegister register,
      PeopleStore people,
      CourseStubs courses,
      CohortStore cohorts,
      EnrollmentBook book,
      PgOutbox outbox) {
    this.pool = pool;
    this.claims = claims;
    this.register = register;
    this.people = people;
    this.courses = courses;
    this.cohorts = cohorts;
    this.book = book;
    this.outbox = outbox;
  }

  /**
   * Applies the events; after the commit answers which of the given objects had an effect. The
   * others are duplicates.
   */
  Uni<Set<HrEvent>> apply(List<HrEvent> events) {
    return pool.withConnection(
        connection ->
            work(connection, events)
                .onFailure()
                .call(() -> rollBack(connection))
                .call(() -> connection.query("COMMIT").execute()));
  }

  // A connection that cannot roll back any more has lost its transaction.
  private static Uni<Void> rollBack(SqlClient connection) {
    return connection.query("ROLLBACK").execute().replaceWithVoid().onFailure().recoverWithNull();
  }

  private Uni<Set<HrEvent>> work(SqlClient transaction, List<HrEvent> events) {
    return begin(transaction, events)
        .call(begun -> applyFresh(transaction, begun))
        .map(begun -> identitySet(begun.fresh()));
  }

  private Uni<Begun> begin(SqlClient transaction, List<HrEvent> events) {
    Mentions mentions = new Mentions(events);
    return Uni.combine()
        .all()
        .unis(
            transaction.query(TransactionBegin.SQL).execute(),
            claims.claim(transaction, events),
            register.find(transaction, mentions))
        .with(
            (begun, fresh, known) -> new Begun(fresh, mentionsOf(fresh, events, mentions), known));
  }

  // A duplicate may tell other things than the first one did: they are nothing.
  private static Mentions mentionsOf(List<HrEvent> fresh, List<HrEvent> all, Mentions ofAll) {
    return fresh.size() == all.size() ? ofAll : new Mentions(fresh);
  }

  private Uni<Void> applyFresh(SqlClient transaction, Begun begun) {
    List<HrEvent> fresh = begun.fresh();
    return fresh.isEmpty()
        ? Uni.createFrom().voidItem()
        : register
            .complete(transaction, begun.mentions(), begun.known())
            .chain(ids -> change(transaction, new BatchFacts(fresh, ids), ids));
  }

  private static Set<HrEvent> identitySet(List<HrEvent> events) {
    Set<HrEvent> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(events);
    return set;
  }

  private Uni<Void> change(SqlClient transaction, BatchFacts facts, Identities ids) {
    boolean schedules = !facts.schedules().isEmpty();
    return Uni.combine()
        .all()
        .unis(
            people.lock(transaction, facts.people().keySet()),
            cohorts.lock(transaction, ids.cohorts().values(), schedules),
            book.open(transaction, facts.attendances().keySet(), facts.schedules().keySet()))
        .with(Locked::new)
        .chain(locked -> write(transaction, facts, ids, locked));
  }

  private Uni<Void> write(SqlClient transaction, BatchFacts facts, Identities ids, Locked locked) {
    Changed<PersonSnapshot> toldPeople =
        Changed.of(locked.people(), facts.people(locked.people()), PersonSnapshot::versionedAfter);
    List<CohortSnapshot> now = facts.cohorts(locked.cohorts());
    Changed<CohortSnapshot> toldCohorts =
        Changed.of(locked.cohorts(), now, CohortSnapshot::versionedAfter);
    Entries entries = book.decide(locked.pages(), facts.attendances(), dates(now));
    return Uni.combine()
        .all()
        .unis(
            people.write(transaction, toldPeople.touched()),
            cohorts.write(transaction, toldCohorts.touched()),
            book.write(transaction, entries),
            outbox.append(
                transaction, events(ids, toldPeople.versioned(), entries, facts.traces())))
        .discardItems();
  }

  private List<PendingEvent> events(
      Identities ids, List<PersonSnapshot> changedPeople, Entries entries, Traces traces) {
    return Stream.of(
            courses.events(ids.courses(), traces::of),
            people.events(changedPeople, traces::of),
            book.events(entries, traces::of))
        .flatMap(events -> events)
        .toList();
  }

  private static Map<UUID, CohortDates> dates(List<CohortSnapshot> cohorts) {
    Map<UUID, CohortDates> dates = new HashMap<>();
    cohorts.forEach(cohort -> dates.put(cohort.cohortId(), cohort.dates()));
    return dates;
  }
}
