package org.followthrough.actionplan.progress;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class ProgressRepository implements PanacheRepositoryBase<ProgressRow, UUID> {

  Uni<Progress> of(UUID enrollmentId) {
    return find("enrollmentId", Sort.ascending("reportedAt", "reportId"), enrollmentId)
        .list()
        .map(rows -> new Progress(rows.stream().map(ProgressRow::report).toList()));
  }
}
