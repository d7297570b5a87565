package org.followthrough.enrollment.enrollment;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class EnrollmentRepository implements PanacheRepositoryBase<Enrollment, UUID> {

  private static final String ALL =
      "from Enrollment e join fetch e.person p join fetch e.course c left join fetch e.cohort h"
          + " where e.organizationId = :organizationId";

  Uni<Enrollment> find(UUID organizationId, UUID enrollmentId) {
    return find(
            ALL + " and e.enrollmentId = :enrollmentId",
            Parameters.with("organizationId", organizationId).and("enrollmentId", enrollmentId))
        .firstResult();
  }

  Uni<List<Enrollment>> page(EnrollmentFilter filter, UUID after, int size) {
    StringBuilder query = new StringBuilder(ALL).append(" and e.enrollmentId > :after");
    Parameters parameters =
        Parameters.with("organizationId", filter.organizationId()).and("after", after);
    narrow(query, parameters, "c.externalId", "courseId", filter.courseId());
    narrow(query, parameters, "p.externalId", "personId", filter.personId());
    narrow(query, parameters, "h.externalId", "cohortId", filter.cohortId());
    narrow(query, parameters, "e.status", "status", filter.status());
    query.append(" order by e.enrollmentId");
    return find(query.toString(), parameters).page(0, size).list();
  }

  private static void narrow(
      StringBuilder query, Parameters parameters, String path, String name, String value) {
    if (value != null) {
      query.append(" and ").append(path).append(" = :").append(name);
      parameters.and(name, value);
    }
  }
}
