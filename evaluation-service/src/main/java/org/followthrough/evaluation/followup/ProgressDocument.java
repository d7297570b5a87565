package org.followthrough.evaluation.followup;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.followthrough.evaluation.followup.Progress.Boosters;
import org.followthrough.evaluation.followup.Progress.Form;
import org.followthrough.evaluation.followup.Progress.Status;

/**
 * The progress as a small part of the followup's document: outcomes read it alone, and the server
 * adds up its figures by course.
 */
final class ProgressDocument {

  static final String FIELD = "progress";

  private static final List<String> FIGURES = List.of("enrolled", "completed", "planned", "talked");
  private static final String TALK_MISSING_FROM = "talkMissingFrom";
  private static final long NEVER = 0;

  private ProgressDocument() {}

  static Document of(Progress progress) {
    var document =
        new Document("status", progress.status().name())
            .append("learnerId", text(progress.learnerId()))
            .append("completedAt", text(progress.completedAt()))
            .append("talkedWith", text(progress.talkedWith()))
            .append("boostersAsked", progress.boosters().asked())
            .append("boostersAnswered", progress.boosters().answered())
            .append("boostersRight", progress.boosters().right())
            .append("hasPlan", progress.planned());
    document.putAll(figures(progress));
    var forms = new Document();
    progress.forms().forEach((kind, form) -> forms.append(kind.option(), form(form)));
    return document.append("forms", forms);
  }

  static Progress read(Document document) {
    return new Progress(
        id(document.getString("learnerId")),
        Status.valueOf(document.getString("status")),
        instant(document.getString("completedAt")),
        document.getBoolean("hasPlan"),
        id(document.getString("talkedWith")),
        new Boosters(
            figure(document, "boostersAsked"),
            figure(document, "boostersAnswered"),
            figure(document, "boostersRight")),
        forms(document.get("forms", Document.class)));
  }

  /** One document for each course. */
  static Bson tally(LocalDate today) {
    var group = new Document("_id", "$courseId");
    FIGURES.forEach(figure -> group.append(figure, new Document("$sum", path(figure))));
    var missing =
        new Document(
            "$and",
            List.of(
                new Document("$gt", List.of(path(TALK_MISSING_FROM), NEVER)),
                new Document("$lte", List.of(path(TALK_MISSING_FROM), today.toEpochDay()))));
    var counted = new Document("$cond", List.of(missing, 1, 0));
    return new Document("$group", group.append("talksMissing", new Document("$sum", counted)));
  }

  static Bson isEnrolled() {
    return Filters.eq(FIELD + ".enrolled", 1);
  }

  static Bson isTalkMissing(LocalDate today) {
    String field = FIELD + "." + TALK_MISSING_FROM;
    return Filters.and(Filters.gt(field, NEVER), Filters.lte(field, today.toEpochDay()));
  }

  static CourseTally readTally(Document group) {
    return new CourseTally(
        UUID.fromString(group.getString("_id")),
        figure(group, "enrolled"),
        figure(group, "completed"),
        figure(group, "planned"),
        figure(group, "talked"),
        figure(group, "talksMissing"));
  }

  private static Document figures(Progress progress) {
    boolean completed = progress.isCompleted();
    return new Document("enrolled", count(progress.isEnrolled()))
        .append("completed", count(completed))
        .append("planned", count(completed && progress.planned()))
        .append("talked", count(completed && progress.hasTalked()))
        .append(TALK_MISSING_FROM, talkMissingFrom(progress));
  }

  /** As a day of the epoch, since MongoDB has no type for a date without a time. */
  private static long talkMissingFrom(Progress progress) {
    return progress.isCompleted() && !progress.hasTalked()
        ? TalkPolicy.missingFrom(progress).toEpochDay()
        : NEVER;
  }

  private static Document form(Form form) {
    return form.isAnswered()
        ? new Document("by", form.submittedBy().toString())
            .append("rating", form.rating())
            .append("applied", form.applied().wire())
            .append("baseline", form.baseline())
        : new Document();
  }

  private static Map<FormKind, Form> forms(Document forms) {
    Map<FormKind, Form> read = new HashMap<>();
    for (FormKind kind : FormKind.all()) {
      Document form = forms.get(kind.option(), Document.class);
      if (form != null) {
        read.put(kind, form.isEmpty() ? Form.ASKED : form(form));
      }
    }
    return read;
  }

  private static Form form(Document form) {
    return new Form(
        id(form.getString("by")),
        form.getInteger("rating"),
        Applied.of(form.getString("applied")).orElseThrow(),
        form.getInteger("baseline"));
  }

  private static String path(String figure) {
    return "$" + FIELD + "." + figure;
  }

  private static int count(boolean yes) {
    return yes ? 1 : 0;
  }

  private static long figure(Document document, String name) {
    return document.get(name, Number.class).longValue();
  }

  private static String text(Object value) {
    return value == null ? null : value.toString();
  }

  private static UUID id(String text) {
    return text == null ? null : UUID.fromString(text);
  }

  private static Instant instant(String text) {
    return text == null ? null : Instant.parse(text);
  }
}
