package org.followthrough.reminder.journey;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.followthrough.reminder.cadence.BuiltInCadences;
import org.followthrough.reminder.cadence.Cadence;
import org.followthrough.reminder.cadence.CadenceKey;
import org.followthrough.reminder.cadence.CadenceStore;
import org.followthrough.reminder.people.Circle;
import org.followthrough.reminder.people.Course;
import org.followthrough.reminder.people.Person;

/** Puts together what planning needs besides the facts. */
@Singleton
class CircumstancesReader {

  private final CadenceStore cadences;
  private final OrganizationCalendars calendars;

  CircumstancesReader(CadenceStore cadences, OrganizationCalendars calendars) {
    this.cadences = cadences;
    this.calendars = calendars;
  }

  /** The circumstances by enrollment. */
  Uni<Map<UUID, KnownCircumstances>> read(
      SqlClient transaction, Circle circle, List<Journey> journeys) {
    Set<CadenceKey> keys = new HashSet<>();
    for (Journey journey : journeys) {
      Course course = circle.course(journey.courseId());
      if (course != null) {
        keys.add(new CadenceKey(journey.organizationId(), course.cadence()));
      }
    }
    return cadences.find(transaction, keys).map(found -> resolve(circle, journeys, found));
  }

  private Map<UUID, KnownCircumstances> resolve(
      Circle circle, Collection<Journey> journeys, Map<CadenceKey, Cadence> found) {
    Map<UUID, KnownCircumstances> result = new HashMap<>();
    journeys.forEach(j -> result.put(j.enrollmentId(), resolve(circle, j, found)));
    return result;
  }

  private KnownCircumstances resolve(
      Circle circle, Journey journey, Map<CadenceKey, Cadence> found) {
    if (journey.facts().erased()) {
      return new KnownCircumstances(null, null);
    }
    Person learner = circle.person(journey.learnerId());
    Course course = circle.course(journey.courseId());
    if (learner == null || course == null) {
      return new KnownCircumstances(
          null, learner == null ? journey.learnerId() : journey.courseId());
    }
    Person manager = circle.person(learner.managerId());
    Cadence cadence = found.get(new CadenceKey(journey.organizationId(), course.cadence()));
    Circumstances circumstances =
        new Circumstances(
            cadence == null ? BuiltInCadences.STANDARD : cadence,
            cadence != null,
            learner,
            manager,
            calendars.of(journey.organizationId()));
    return new KnownCircumstances(circumstances, manager == null ? learner.managerId() : null);
  }
}
