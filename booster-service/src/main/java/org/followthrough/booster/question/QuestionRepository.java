package org.followthrough.booster.question;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;

/** The bank; every look-up is within one organization. */
@ApplicationScoped
class QuestionRepository implements PanacheRepositoryBase<Question, UUID> {

  /** The question, retired or not, or null. */
  Uni<Question> find(UUID organizationId, String course, String externalId) {
    return find(
            "organizationId = ?1 and course = ?2 and externalId = ?3",
            organizationId,
            course,
            externalId)
        .firstResult();
  }

  /** The same, held against everybody else until the transaction ends. */
  Uni<Question> lock(UUID organizationId, String course, String externalId) {
    return find(
            "organizationId = ?1 and course = ?2 and externalId = ?3",
            organizationId,
            course,
            externalId)
        .withLock(LockModeType.PESSIMISTIC_WRITE)
        .firstResult();
  }

  /** Up to limit questions that may be asked, by id, from the first one after that id. */
  Uni<List<Question>> live(UUID organizationId, String course, String after, int limit) {
    return find(
            "organizationId = ?1 and course = ?2 and retired = false and externalId > ?3"
                + " order by externalId",
            organizationId,
            course,
            after)
        .page(0, limit)
        .list();
  }
}
