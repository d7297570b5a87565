package org.followthrough.actionplan.reflection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "reflections")
class ReflectionRow {

  @Id
  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  private String learnt;

  @Column(name = "where_used")
  private String whereUsed;

  @Column(name = "captured_at")
  private Instant capturedAt;

  /** For Hibernate. */
  protected ReflectionRow() {}

  ReflectionRow(UUID enrollmentId) {
    this.enrollmentId = enrollmentId;
  }

  void take(Reflection reflection) {
    learnt = reflection.learnt();
    whereUsed = reflection.whereUsed();
    capturedAt = reflection.capturedAt();
  }

  Reflection reflection() {
    return new Reflection(learnt, whereUsed, capturedAt);
  }
}
