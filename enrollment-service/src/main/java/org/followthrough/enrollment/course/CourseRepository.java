package org.followthrough.enrollment.course;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class CourseRepository implements PanacheRepositoryBase<Course, UUID> {

  Uni<Course> find(UUID organizationId, String externalId) {
    return find("organizationId = ?1 and externalId = ?2", organizationId, externalId)
        .firstResult();
  }

  Uni<List<Course>> page(UUID organizationId, String after, int size) {
    return find(
            "organizationId = ?1 and externalId > ?2 order by externalId", organizationId, after)
        .page(0, size)
        .list();
  }
}
