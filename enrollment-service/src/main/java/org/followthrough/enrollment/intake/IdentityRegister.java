package org.followthrough.enrollment.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.inject.Singleton;
import org.followthrough.enrollment.cohort.CohortStore;
import org.followthrough.enrollment.course.CourseStubs;
import org.followthrough.enrollment.person.PeopleStore;

/** Our ids of the people, courses and cohorts that HR mentions by its own. */
@Singleton
class IdentityRegister {

  private final PeopleStore people;
  private final CourseStubs courses;
  private final CohortStore cohorts;

  IdentityRegister(PeopleStore people, CourseStubs courses, CohortStore cohorts) {
    this.people = people;
    this.courses = courses;
    this.cohorts = cohorts;
  }

  /** Those that are known. */
  Uni<Identities> find(SqlClient transaction, Mentions mentions) {
    return Uni.combine()
        .all()
        .unis(
            people.find(transaction, mentions.people()),
            courses.find(transaction, mentions.courses()),
            cohorts.find(transaction, mentions.cohorts()))
        .with(Identities::new);
  }

  /** All that are mentioned; the others than the known ones get an id. */
  Uni<Identities> complete(SqlClient transaction, Mentions mentions, Identities known) {
    Mentions missing = mentions.without(known);
    if (missing.isEmpty()) {
      return Uni.createFrom().item(known);
    }
    return Uni.combine()
        .all()
        .unis(
            people.add(transaction, missing.people()),
            courses.add(transaction, missing.courses()),
            cohorts.add(transaction, missing.cohorts()))
        .with(Identities::new)
        .map(known::and);
  }
}
