package org.followthrough.enrollment.person;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class PersonRepository implements PanacheRepositoryBase<Person, UUID> {

  private static final String WITH_MANAGER =
      "from Person p left join fetch p.manager where p.organizationId = ?1 and p.externalId ";

  Uni<Person> find(UUID organizationId, String externalId) {
    return find(WITH_MANAGER + "= ?2", organizationId, externalId).firstResult();
  }

  Uni<List<Person>> page(UUID organizationId, String after, int size) {
    return find(WITH_MANAGER + "> ?2 order by p.externalId", organizationId, after)
        .page(0, size)
        .list();
  }
}
