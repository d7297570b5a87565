package org.followthrough.enrollment.enrollment;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.followthrough.enrollment.cohort.CohortDates;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.outbox.PendingEvent;

/** Where facts about people and courses become enrollments, a batch at a time. */
@Singleton
public class EnrollmentBook {

  private static final String TOPIC = "enrollment.enrollments.v1";

  private static final Uni<List<StoredHistory>> NO_HISTORIES = Uni.createFrom().item(List.of());

  private final HistoryStore histories;
  private final EnrollmentStore enrollments;
  private final EventComposer composer;
  private final Clock clock;

  EnrollmentBook(
      HistoryStore histories, EnrollmentStore enrollments, EventComposer composer, Clock clock) {
    this.histories = histories;
    this.enrollments = enrollments;
    this.composer = composer;
    this.clock = clock;
  }

  /** Locks and reads what these facts and schedules may change. */
  public Uni<OpenPages> open(
      SqlClient transaction, Collection<Group> groups, Collection<UUID> scheduledCohorts) {
    return (groups.isEmpty() ? NO_HISTORIES : histories.lock(transaction, groups))
        .chain(known -> open(transaction, known, scheduledCohorts));
  }

  // Where no history is, no enrollment is either.
  private Uni<OpenPages> open(
      SqlClient transaction, List<StoredHistory> known, Collection<UUID> scheduledCohorts) {
    if (known.isEmpty() && scheduledCohorts.isEmpty()) {
      return Uni.createFrom().item(new OpenPages(known, List.of()));
    }
    List<Group> groups = known.stream().map(StoredHistory::group).toList();
    return enrollments
        .lock(transaction, groups, scheduledCohorts)
        .map(found -> new OpenPages(known, found));
  }

  /**
   * Decides what changes; pure but for the ids of new enrollments.
   *
   * @param dates of all cohorts the facts or schedules mention
   */
  public Entries decide(
      OpenPages pages, Map<Group, List<Fact>> facts, Map<UUID, CohortDates> dates) {
    return pages.enter(facts, dates, EventComposer::newId, clock.instant());
  }

  /** Writes what was decided. */
  public Uni<Void> write(SqlClient transaction, Entries entries) {
    List<EnrollmentSnapshot> rows =
        entries.changes().stream().map(EnrollmentChange::after).toList();
    return Uni.combine()
        .all()
        .unis(
            histories.insert(transaction, only(entries.histories(), StoredHistory::isNew)),
            histories.update(transaction, only(entries.histories(), page -> !page.isNew())),
            enrollments.insert(transaction, only(rows, EnrollmentSnapshot::isNew)),
            enrollments.update(transaction, only(rows, row -> !row.isNew())))
        .discardItems();
  }

  private static <T> List<T> only(List<T> rows, Predicate<T> condition) {
    return rows.stream().filter(condition).toList();
  }

  /**
   * The events of the changes.
   *
   * @param trace the trace context of the facts that changed an enrollment, or null
   */
  public Stream<PendingEvent> events(Entries entries, Function<EnrollmentSnapshot, String> trace) {
    return entries.changes().stream()
        .map(change -> event(change).tracedBy(trace.apply(change.after())))
        .map(event -> new PendingEvent(TOPIC, event));
  }

  private EventEnvelope event(EnrollmentChange change) {
    return composer.compose(
        change.type(),
        change.after().enrollmentId(),
        change.after().version(),
        change.after().organizationId(),
        EnrollmentEvent.of(change.after()));
  }
}
