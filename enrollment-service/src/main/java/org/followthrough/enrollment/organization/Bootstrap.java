package org.followthrough.enrollment.organization;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.followthrough.enrollment.apikey.ApiKeyService;
import org.followthrough.kit.auth.ApiKey;

/** What has to be there before the first request: the keys, and the first of them. */
@Singleton
class Bootstrap {

  private static final String PREFIX = "followthrough.bootstrap.";

  private final OrganizationService organizations;
  private final ApiKeyService keys;
  private final Optional<String> name;
  private final Optional<UUID> organizationId;
  private final Optional<String> key;

  Bootstrap(
      OrganizationService organizations,
      ApiKeyService keys,
      @ConfigProperty(name = PREFIX + "organization") Optional<String> name,
      @ConfigProperty(name = PREFIX + "organization-id") Optional<UUID> organizationId,
      @ConfigProperty(name = PREFIX + "api-key") Optional<String> key) {
    this.organizations = organizations;
    this.keys = keys;
    this.name = name;
    this.organizationId = organizationId;
    this.key = key;
  }

  void start(@Observes StartupEvent event) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> install().chain(keys::learnAll));
  }

  private Uni<Void> install() {
    if (organizationId.isEmpty() || key.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    if (ApiKey.keyIdOf(key.get()) == null) {
      throw new IllegalStateException(PREFIX + "api-key must look like ft_<key id>_<secret>");
    }
    return organizations.install(organizationId.get(), name.orElse("Organization"), key.get());
  }
}
