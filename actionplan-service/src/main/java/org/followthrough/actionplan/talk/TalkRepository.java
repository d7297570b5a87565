package org.followthrough.actionplan.talk;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class TalkRepository implements PanacheRepositoryBase<TalkRow, UUID> {

  /** All logs and corrections of both talks, newest first. */
  Uni<List<Talk>> history(UUID enrollmentId) {
    return find("enrollmentId", Sort.descending("loggedAt", "talkVersion"), enrollmentId)
        .list()
        .map(rows -> rows.stream().map(TalkRow::talk).toList());
  }
}
