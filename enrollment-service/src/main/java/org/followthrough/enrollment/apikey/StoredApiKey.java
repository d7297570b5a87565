package org.followthrough.enrollment.apikey;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.followthrough.kit.auth.ApiKey;

/** An API key as it is kept: never the key itself. */
@Entity
@Table(name = "api_keys")
class StoredApiKey {

  @Id
  @Column(name = "key_id")
  private String keyId;

  @Column(name = "organization_id")
  private UUID organizationId;

  private String name;
  private String sha256;
  private String[] scopes;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "revoked_at")
  private Instant revokedAt;

  private long version;

  protected StoredApiKey() {}

  StoredApiKey(
      UUID organizationId, String key, String name, Set<String> scopes, Instant createdAt) {
    this.keyId = ApiKey.keyIdOf(key);
    this.organizationId = organizationId;
    this.name = name;
    this.sha256 = ApiKey.sha256(key);
    this.scopes = scopes.stream().sorted().toArray(String[]::new);
    this.createdAt = createdAt;
    this.version = 1;
  }

  StoredApiKey expiringAt(Instant instant) {
    this.expiresAt = instant;
    return this;
  }

  /** Ends its life; a key that is revoked already stays as it is. */
  boolean revoke(Instant now) {
    if (revokedAt != null) {
      return false;
    }
    revokedAt = now;
    version++;
    return true;
  }

  ApiKey published() {
    return new ApiKey(keyId, organizationId, sha256, Set.of(scopes), expiresAt, revokedAt);
  }

  String keyId() {
    return keyId;
  }

  UUID organizationId() {
    return organizationId;
  }

  String name() {
    return name;
  }

  String[] scopes() {
    return scopes.clone();
  }

  Instant createdAt() {
    return createdAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant revokedAt() {
    return revokedAt;
  }

  long version() {
    return version;
  }
}
