package org.followthrough.actionplan.talk;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class TalkRepository implements PanacheRepositoryBase<TalkRow, UUID> {

  /** The talk as it was last logged. */
  Uni<Optional<Talk>> latest(UUID enrollmentId, TalkKind kind) {
    return find(
            "enrollmentId = ?1 and kind = ?2",
            Sort.descending("talkVersion"),
            enrollmentId,
            kind.key())
        .firstResult()
        .map(row -> Optional.ofNullable(row).map(TalkRow::talk));
  }

  /** All logs and corrections of both talks, newest first. */
  Uni<List<Talk>> history(UUID enrollmentId) {
    return find("enrollmentId", Sort.descending("loggedAt", "talkVersion"), enrollmentId)
        .list()
        .map(rows -> rows.stream().map(TalkRow::talk).toList());
  }
}
