package org.followthrough.enrollment.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.followthrough.enrollment.enrollment.Fact;
import org.followthrough.enrollment.fact.Texts;
import org.followthrough.kit.problem.Problem.FieldError;

/** Turns a CloudEvents JSON object into a valid HR event, or names all that is wrong with it. */
final class HrEventReader {

  static final int SOURCE_LENGTH = 500;

  private final UUID organizationId;
  private final Supplier<Instant> arrivals;
  private final String traceparent;

  /**
   * Reads the events of one request.
   *
   * @param arrivals the times of events that tell none, in the order in which they are read
   * @param traceparent trace context of the request, or null
   */
  HrEventReader(UUID organizationId, Supplier<Instant> arrivals, String traceparent) {
    this.organizationId = organizationId;
    this.arrivals = arrivals;
    this.traceparent = traceparent;
  }

  /**
   * Reads one event.
   *
   * @param index its position in the request
   */
  Reading read(long index, JsonNode item) {
    List<FieldError> faults = new ArrayList<>();
    if (!item.isObject()) {
      faults.add(new FieldError("", "must be a CloudEvents object"));
      return Reading.Refused.because(null, faults);
    }
    FieldReader event = new FieldReader(item, "", faults);
    checkSpecification(event);
    String id = event.exactId("id");
    String source = event.required("source", event.text("source", HrEventReader::sourceFault));
    Instant told = event.instant("time");
    HrFact fact = fact(event, faults);
    if (!faults.isEmpty()) {
      return Reading.Refused.because(id, faults);
    }
    Instant time = told == null ? arrivals.get() : told;
    return new Reading.Valid(
        new HrEvent(index, organizationId, id, source, time, fact, traceparent));
  }

  private static void checkSpecification(FieldReader event) {
    event.required("specversion", event.text("specversion", HrEventReader::versionFault));
    event.text("datacontenttype", HrEventReader::contentFault);
    if (event.text("data_base64", text -> Optional.empty()) != null) {
      event.fault("data_base64", "must be JSON in data instead");
    }
  }

  private static Optional<String> versionFault(String version) {
    return version.equals("1.0") ? Optional.empty() : Optional.of("must be 1.0");
  }

  private static Optional<String> contentFault(String type) {
    return type.startsWith("application/json") || type.contains("+json")
        ? Optional.empty()
        : Optional.of("must be application/json");
  }

  private static Optional<String> sourceFault(String source) {
    return source.chars().anyMatch(Character::isWhitespace)
        ? Optional.of("must be a URI reference")
        : Texts.lineFault(source, SOURCE_LENGTH);
  }

  private static HrFact fact(FieldReader event, List<FieldError> faults) {
    String type = event.required("type", event.text("type", HrEventReader::typeFault));
    JsonNode object = event.object("data");
    if (type == null || object == null) {
      return null;
    }
    FieldReader data = new FieldReader(object, "/data", faults);
    HrFact fact = fact(type, data);
    data.refuseOthers();
    return fact;
  }

  private static Optional<String> typeFault(String type) {
    return switch (type) {
      case "hr.person.upserted",
          "hr.person.left",
          "hr.cohort.scheduled",
          "hr.learner.enrolled",
          "hr.course.completed",
          "hr.enrollment.withdrawn" ->
          Optional.empty();
      default -> Optional.of("is not a known event type");
    };
  }

  private static HrFact fact(String type, FieldReader data) {
    return switch (type) {
      case "hr.person.upserted" -> person(data);
      case "hr.person.left" -> new HrFact.PersonLeft(data.id("personId"));
      case "hr.cohort.scheduled" -> cohort(data);
      case "hr.learner.enrolled" -> attended(Fact.Kind.ENROLLED, data, data.instant("enrolledAt"));
      case "hr.course.completed" ->
          attended(Fact.Kind.COMPLETED, data, data.requiredInstant("completedAt"));
      default -> attended(Fact.Kind.WITHDRAWN, data, null);
    };
  }

  private static HrFact person(FieldReader data) {
    return new HrFact.PersonUpserted(
        data.id("personId"),
        data.required("email", data.text("email", Texts::emailFault)),
        data.required("name", data.line("name", Texts.NAME_LENGTH)),
        data.required("timeZone", data.text("timeZone", Texts::zoneFault)),
        data.text("locale", Texts::localeFault),
        data.idIfAny("managerId"),
        data.line("orgUnit", Texts.NAME_LENGTH),
        data.date("leaveUntil"));
  }

  private static HrFact cohort(FieldReader data) {
    LocalDate startsOn = data.requiredDate("startsOn");
    LocalDate endsOn = data.requiredDate("endsOn");
    if (startsOn != null && endsOn != null && endsOn.isBefore(startsOn)) {
      data.fault("endsOn", "must not be before startsOn");
    }
    return new HrFact.CohortScheduled(
        data.id("courseId"),
        data.id("cohortId"),
        data.line("title", Texts.TITLE_LENGTH),
        startsOn,
        endsOn);
  }

  private static HrFact attended(Fact.Kind kind, FieldReader data, Instant happenedAt) {
    return new HrFact.Attended(
        kind, data.id("personId"), data.id("courseId"), data.idIfAny("cohortId"), happenedAt);
  }
}
