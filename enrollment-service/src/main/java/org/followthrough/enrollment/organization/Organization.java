package org.followthrough.enrollment.organization;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "organizations")
class Organization {

  @Id
  @Column(name = "organization_id")
  private UUID organizationId;

  private String name;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Organization() {}

  Organization(UUID organizationId, String name, Instant createdAt) {
    this.organizationId = organizationId;
    this.name = name;
    this.createdAt = createdAt;
  }

  UUID organizationId() {
    return organizationId;
  }

  String name() {
    return name;
  }

  Instant createdAt() {
    return createdAt;
  }
}
