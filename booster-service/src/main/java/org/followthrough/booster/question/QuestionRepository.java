package org.followthrough.booster.question;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
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

  /** What may be asked, by id. */
  Uni<List<Question>> live(UUID organizationId, String course) {
    return list(
        "organizationId = ?1 and course = ?2 and retired = false order by externalId",
        organizationId,
        course);
  }
}
