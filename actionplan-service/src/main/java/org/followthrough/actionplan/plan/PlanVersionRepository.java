package org.followthrough.actionplan.plan;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PlanVersionRepository implements PanacheRepositoryBase<PlanVersionRow, UUID> {

  /** The plan as it stands. */
  Uni<Optional<Plan>> latest(UUID enrollmentId) {
    return find("enrollmentId", Sort.descending("planVersion"), enrollmentId)
        .firstResult()
        .map(row -> Optional.ofNullable(row).map(PlanVersionRow::plan));
  }

  /** All versions, newest first. */
  Uni<List<Plan>> history(UUID enrollmentId) {
    return find("enrollmentId", Sort.descending("planVersion"), enrollmentId)
        .list()
        .map(rows -> rows.stream().map(PlanVersionRow::plan).toList());
  }
}
