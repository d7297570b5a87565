package org.followthrough.enrollment.apikey;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

@Singleton
class ApiKeyRepository implements PanacheRepositoryBase<StoredApiKey, String> {

  Uni<StoredApiKey> find(UUID organizationId, String keyId) {
    return find("organizationId = ?1 and keyId = ?2", organizationId, keyId).firstResult();
  }

  Uni<List<StoredApiKey>> page(UUID organizationId, String after, int size) {
    return find("organizationId = ?1 and keyId > ?2 order by keyId", organizationId, after)
        .page(0, size)
        .list();
  }
}
