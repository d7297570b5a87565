package org.followthrough.enrollment.organization;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.followthrough.enrollment.apikey.ApiKeyService;
import org.followthrough.enrollment.apikey.IssuedApiKey;
import org.followthrough.kit.event.EventComposer;

/** Creates organizations, each with a first key that can do everything within it. */
@Singleton
class OrganizationService implements PanacheRepositoryBase<Organization, UUID> {

  record Created(Organization organization, IssuedApiKey key) {}

  private final ApiKeyService keys;
  private final Clock clock;

  OrganizationService(ApiKeyService keys, Clock clock) {
    this.keys = keys;
    this.clock = clock;
  }

  Uni<Created> create(String name) {
    return Panache.withTransaction(
        () ->
            persist(organization(EventComposer.newId(), name))
                .chain(
                    organization ->
                        keys.issue(
                                organization.organizationId(),
                                "first key",
                                ApiKeyService.SCOPES,
                                null)
                            .map(key -> new Created(organization, key))));
  }

  /** The organization and key of the environment, unless they are there. */
  Uni<Void> install(UUID organizationId, String name, String key) {
    return Panache.withTransaction(
        () ->
            findById(organizationId)
                .onItem()
                .ifNull()
                .switchTo(() -> persist(organization(organizationId, name)))
                .chain(() -> keys.install(organizationId, key)));
  }

  private Organization organization(UUID id, String name) {
    return new Organization(id, name, clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
