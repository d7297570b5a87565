package org.followthrough.reminder.journey;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.followthrough.kit.problem.Problem;

/** Checks what a dry run is asked for, one error per field at fault. */
final class PreviewChecks {

  private static final LocalDate EARLIEST = LocalDate.of(1970, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);
  private static final int MOST_BOOSTERS = 100;

  private final PreviewRequest request;
  private final List<Problem.FieldError> errors = new ArrayList<>();

  private PreviewChecks(PreviewRequest request) {
    this.request = request;
  }

  static List<Problem.FieldError> of(PreviewRequest request) {
    return request == null
        ? List.of(new Problem.FieldError("/", "must be an object"))
        : new PreviewChecks(request).all();
  }

  private List<Problem.FieldError> all() {
    zone("/timeZone", request.timeZone());
    zone("/managerTimeZone", request.managerTimeZone());
    day("/startsOn", request.startsOn());
    day("/endsOn", request.endsOn());
    day("/planCommittedOn", request.planCommittedOn());
    day("/until", request.until());
    moment("/enrolledAt", request.enrolledAt());
    moment("/completedAt", request.completedAt());
    boosters();
    together();
    return errors;
  }

  private void boosters() {
    List<LocalDate> days = request.boosters();
    if (days != null && (days.size() > MOST_BOOSTERS || days.stream().anyMatch(Objects::isNull))) {
      error("/boosters", "must be a list of at most " + MOST_BOOSTERS + " days");
      return;
    }
    for (int i = 0; days != null && i < days.size(); i++) {
      day("/boosters/" + i, days.get(i));
    }
  }

  private void together() {
    if (request.startsOn() != null
        && request.endsOn() != null
        && request.endsOn().isBefore(request.startsOn())) {
      error("/endsOn", "must not be before startsOn");
    }
    if (request.courseId() != null && request.personId() == null) {
      error("/personId", "is needed with courseId");
    }
    if (request.courseId() == null && hasNoAnchor()) {
      error(
          "/completedAt",
          "give at least one of startsOn, enrolledAt, completedAt," + " planCommittedOn, boosters");
    }
  }

  private boolean hasNoAnchor() {
    return request.startsOn() == null
        && request.enrolledAt() == null
        && request.completedAt() == null
        && request.planCommittedOn() == null
        && (request.boosters() == null || request.boosters().isEmpty());
  }

  private void day(String pointer, LocalDate day) {
    if (day != null && (day.isBefore(EARLIEST) || day.isAfter(LATEST))) {
      error(pointer, "must be between " + EARLIEST + " and " + LATEST);
    }
  }

  private void moment(String pointer, Instant moment) {
    Instant from = EARLIEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    Instant to = LATEST.atStartOfDay(ZoneOffset.UTC).toInstant();
    if (moment != null && (moment.isBefore(from) || moment.isAfter(to))) {
      error(pointer, "must be between " + EARLIEST + " and " + LATEST);
    }
  }

  private void zone(String pointer, String zone) {
    if (zone != null && !isZone(zone)) {
      error(pointer, "must be an IANA time zone such as Europe/Berlin");
    }
  }

  private static boolean isZone(String zone) {
    try {
      return ZoneId.of(zone).getId().equals(zone);
    } catch (DateTimeException e) {
      return false;
    }
  }

  private void error(String pointer, String detail) {
    errors.add(new Problem.FieldError(pointer, detail));
  }
}
