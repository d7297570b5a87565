package org.followthrough.booster.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.followthrough.booster.question.QuestionContent;
import org.followthrough.booster.question.QuestionRules;
import org.followthrough.booster.track.TrackWakeups;
import org.followthrough.kit.event.EventComposer;
import org.followthrough.kit.event.EventJson;
import org.followthrough.kit.page.Languages;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.Problem.FieldError;
import org.followthrough.kit.problem.ProblemException;

/** Takes many questions at once: each is judged by itself, all good ones are stored together. */
@ApplicationScoped
class QuestionImport {

  private static final int MOST_ITEMS = 2_000;

  private static final String LANGUAGE =
      "SELECT language FROM courses WHERE organization_id = $1 AND external_id = $2";

  private static final String STORE =
      "INSERT INTO questions AS known (question_id, organization_id, course, external_id, content,"
          + " version) SELECT q.question_id, $2, $3, q.external_id, q.content, 0 FROM"
          + " jsonb_to_recordset($1::text::jsonb) AS q(question_id uuid, external_id text, content"
          + " text) ORDER BY q.external_id ON CONFLICT (organization_id, course, external_id)"
          + " DO UPDATE SET content = excluded.content, retired = false, version = known.version +"
          + " 1 WHERE known.content <> excluded.content OR known.retired"
          + " RETURNING external_id, version = 0 AS created";

  private final Pool pool;
  private final TrackWakeups tracks;

  QuestionImport(Pool pool, TrackWakeups tracks) {
    this.pool = pool;
    this.tracks = tracks;
  }

  Uni<ImportVerdict> gift(UUID organizationId, String course, String file) {
    return pool.preparedQuery(LANGUAGE)
        .execute(Tuple.of(organizationId, course))
        .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0))
        .map(language -> new GiftQuestions(Languages.of(language).equals("de")))
        // Reading a large file takes longer than an event loop may be held.
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(gift -> judged(gift.read(file)))
        .chain(items -> store(organizationId, course, items));
  }

  Uni<ImportVerdict> csv(UUID organizationId, String course, String file) {
    return Uni.createFrom()
        .item(file)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(text -> judged(CsvQuestions.read(text)))
        .chain(items -> store(organizationId, course, items));
  }

  private static List<ImportItem> judged(List<ImportItem> items) {
    if (items.isEmpty()) {
      throw new ProblemException(Problem.invalidField("/", "there is no question in the file"));
    }
    if (items.size() > MOST_ITEMS) {
      throw new ProblemException(
          Problem.of(413, "too-many", "Too many", "at most " + MOST_ITEMS + " questions a file"));
    }
    Set<String> ids = new HashSet<>();
    return items.stream().map(item -> judged(item, ids)).toList();
  }

  private static ImportItem judged(ImportItem item, Set<String> ids) {
    if (item.content().isEmpty()) {
      return item;
    }
    List<FieldError> faults = new ArrayList<>();
    QuestionRules.faultOfQuestionId(item.questionId())
        .ifPresent(fault -> faults.add(new FieldError("questionId", fault)));
    if (!ids.add(item.questionId())) {
      faults.add(new FieldError("questionId", "is the same as that of a question further up"));
    }
    faults.addAll(QuestionRules.check(QuestionRules.normalize(item.content().get())));
    return item.with(faults);
  }

  private Uni<ImportVerdict> store(UUID organizationId, String course, List<ImportItem> items) {
    String rows = rows(items);
    return pool.withTransaction(transaction -> store(transaction, organizationId, course, rows))
        .call(() -> tracks.ofCourse(organizationId, course))
        .map(stored -> verdict(items, stored));
  }

  private static Uni<Map<String, String>> store(
      SqlConnection transaction, UUID organizationId, String course, String rows) {
    return transaction
        .preparedQuery(STORE)
        .execute(Tuple.of(rows, organizationId, course))
        .map(
            stored -> {
              Map<String, String> verdicts = new HashMap<>();
              stored.forEach(
                  row ->
                      verdicts.put(
                          row.getString("external_id"),
                          row.getBoolean("created") ? "created" : "updated"));
              return verdicts;
            });
  }

  private static String rows(List<ImportItem> items) {
    ArrayNode rows = EventJson.mapper().createArrayNode();
    for (ImportItem item : items) {
      if (item.isGood()) {
        QuestionContent content = QuestionRules.normalize(item.content().get());
        rows.addObject()
            .put("question_id", EventComposer.newId().toString())
            .put("external_id", item.questionId())
            .put("content", new String(EventJson.write(content), UTF_8));
      }
    }
    return rows.toString();
  }

  private static ImportVerdict verdict(List<ImportItem> items, Map<String, String> stored) {
    return ImportVerdict.of(
        items.stream()
            .map(
                item ->
                    item.isGood()
                        ? new ImportVerdict.Item(
                            item.line(),
                            item.questionId(),
                            stored.getOrDefault(item.questionId(), "unchanged"),
                            null)
                        : new ImportVerdict.Item(
                            item.line(),
                            item.questionId(),
                            "rejected",
                            Problem.invalidFields(item.faults())))
            .toList());
  }
}
