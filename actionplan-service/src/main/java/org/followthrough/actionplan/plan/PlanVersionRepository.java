package org.followthrough.actionplan.plan;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PlanVersionRepository implements PanacheRepositoryBase<PlanVersionRow, UUID> {

  /** All versions, newest first. */
  Uni<List<Plan>> history(UUID enrollmentId) {
    return find("enrollmentId", Sort.descending("planVersion"), enrollmentId)
        .list()
        .map(rows -> rows.stream().map(PlanVersionRow::plan).toList());
  }
}
