package org.followthrough.reminder.journey;

import io.vertx.mutiny.sqlclient.Tuple;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.followthrough.reminder.cadence.Step;

/**
 * The new touches of a batch by column; what all touches of a step or a journey share goes once.
 */
final class TouchInserts {

  private record Row(Journey journey, Reconciliation.Insert insert, int stepNo) {}

  // The driver encodes a statement on the event loop: more rows would hold it for too long.
  private static final int MOST_ROWS = 5_000;

  private final List<Row> rows = new ArrayList<>();
  private final Map<Step, Integer> steps = new LinkedHashMap<>();
  private final List<Journey> journeys = new ArrayList<>();

  void add(Journey journey, List<Reconciliation.Insert> inserts) {
    if (!inserts.isEmpty()) {
      journeys.add(journey);
    }
    for (Reconciliation.Insert insert : inserts) {
      int stepNo = steps.computeIfAbsent(insert.touch().step(), step -> steps.size() + 1);
      rows.add(new Row(journey, insert, stepNo));
    }
  }

  /** The columns of one statement each. */
  List<Supplier<Tuple>> slices() {
    List<Supplier<Tuple>> slices = new ArrayList<>();
    for (int from = 0; from < rows.size(); from += MOST_ROWS) {
      List<Row> slice = rows.subList(from, Math.min(from + MOST_ROWS, rows.size()));
      slices.add(() -> columns(slice));
    }
    return slices;
  }

  private Tuple columns(List<Row> slice) {
    List<Object> columns = new ArrayList<>(touchColumns(slice));
    List<Step> distinct = List.copyOf(steps.keySet());
    columns.add(TouchStore.column(distinct, Step::key, String[]::new));
    columns.add(TouchStore.column(distinct, step -> step.audience().wireName(), String[]::new));
    columns.add(TouchStore.column(distinct, step -> step.category().wireName(), String[]::new));
    columns.add(TouchStore.column(distinct, step -> step.template().wireName(), String[]::new));
    columns.add(TouchStore.column(journeys, Journey::enrollmentId, UUID[]::new));
    columns.add(TouchStore.column(journeys, Journey::organizationId, UUID[]::new));
    columns.add(TouchStore.column(journeys, Journey::learnerId, UUID[]::new));
    columns.add(TouchStore.column(journeys, Journey::courseId, UUID[]::new));
    return Tuple.from(columns);
  }

  private static List<Object> touchColumns(List<Row> rows) {
    return List.of(
        TouchStore.column(rows, row -> row.journey().enrollmentId(), UUID[]::new),
        TouchStore.column(rows, row -> row.insert().touch().touchId(), UUID[]::new),
        TouchStore.column(rows, row -> row.insert().touch().occurrence(), Integer[]::new),
        TouchStore.column(rows, row -> row.insert().stand().state().name(), String[]::new),
        TouchStore.column(rows, row -> row.insert().stand().reason(), String[]::new),
        TouchStore.times(rows, row -> row.insert().stand().plannedFor()),
        TouchStore.times(rows, row -> row.insert().stand().staleAfter()),
        TouchStore.column(rows, row -> row.insert().stand().localDate(), LocalDate[]::new),
        TouchStore.column(
            rows, row -> TouchStore.json(row.insert().stand().content()), String[]::new),
        TouchStore.column(rows, Row::stepNo, Integer[]::new));
  }
}
