package org.followthrough.kit.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * {@code Authorization: Bearer <api key>} becomes an identity whose roles are the key's scopes and
 * whose attribute {@link CurrentOrganization#ATTRIBUTE} is the key's organization. The operator's
 * token, if one is configured, becomes the role {@code operator} without an organization.
 */
@ApplicationScoped
class BearerAuthentication implements HttpAuthenticationMechanism {

  private static final String SCHEME = "Bearer ";

  private final ApiKeys keys;
  private final Clock clock;
  private final Optional<String> operatorToken;

  BearerAuthentication(
      ApiKeys keys,
      Clock clock,
      @ConfigProperty(name = "followthrough.operator.token") Optional<String> operatorToken) {
    this.keys = keys;
    this.clock = clock;
    this.operatorToken = operatorToken;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext context, IdentityProviderManager identities) {
    String header = context.request().getHeader("Authorization");
    if (header == null) {
      return Uni.createFrom().nullItem();
    }
    if (!header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Uni.createFrom().failure(new AuthenticationFailedException());
    }
    String presented = header.substring(SCHEME.length()).trim();
    return isOperator(presented)
        ? Uni.createFrom().item(identity("operator", Set.of("operator"), null))
        : authenticateKey(presented);
  }

  private Uni<SecurityIdentity> authenticateKey(String presented) {
    String keyId = ApiKey.keyIdOf(presented);
    return Optional.ofNullable(keyId)
        .flatMap(keys::byId)
        .filter(key -> key.admits(presented, clock.instant()))
        .map(key -> Uni.createFrom().item(identity(key.keyId(), key.scopes(), key)))
        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException()));
  }

  private boolean isOperator(String presented) {
    return operatorToken
        .map(token -> MessageDigest.isEqual(token.getBytes(UTF_8), presented.getBytes(UTF_8)))
        .orElse(false);
  }

  private static SecurityIdentity identity(String name, Set<String> roles, ApiKey key) {
    var builder =
        QuarkusSecurityIdentity.builder().setPrincipal(new QuarkusPrincipal(name)).addRoles(roles);
    if (key != null) {
      builder.addAttribute(CurrentOrganization.ATTRIBUTE, key.organizationId());
    }
    return builder.build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext context) {
    return Uni.createFrom().item(new ChallengeData(401, "WWW-Authenticate", "Bearer"));
  }
}
