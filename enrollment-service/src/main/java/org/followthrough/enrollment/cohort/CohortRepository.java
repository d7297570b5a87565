package org.followthrough.enrollment.cohort;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.followthrough.enrollment.fact.CohortRef;

@Singleton
class CohortRepository implements PanacheRepositoryBase<Cohort, UUID> {

  private static final String WITH_COURSE =
      "from Cohort h join fetch h.course c where h.organizationId = ?1 and ";

  Uni<Cohort> find(CohortRef ref) {
    return find(
            WITH_COURSE + "c.externalId = ?2 and h.externalId = ?3",
            ref.course().organizationId(),
            ref.course().externalId(),
            ref.externalId())
        .firstResult();
  }

  Uni<List<Cohort>> page(UUID organizationId, UUID after, int size) {
    return find(WITH_COURSE + "h.cohortId > ?2 order by h.cohortId", organizationId, after)
        .page(0, size)
        .list();
  }
}
