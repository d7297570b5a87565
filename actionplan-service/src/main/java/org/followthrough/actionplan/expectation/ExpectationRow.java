package org.followthrough.actionplan.expectation;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

@Entity
@Table(name = "expectations")
class ExpectationRow {

  @Id
  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  @Column(name = "why_attending")
  private String whyAttending;

  @Column(name = "where_used")
  private String whereUsed;

  private String challenge;

  private int baseline;

  @Column(name = "shared_at")
  private Instant sharedAt;

  /** For Hibernate. */
  protected ExpectationRow() {}

  ExpectationRow(UUID enrollmentId) {
    this.enrollmentId = enrollmentId;
  }

  void take(Expectations said) {
    whyAttending = said.whyAttending();
    whereUsed = said.whereUsed();
    challenge = said.challenge();
    baseline = said.baseline();
    sharedAt = said.sharedAt();
  }

  Expectations expectations() {
    return new Expectations(whyAttending, whereUsed, challenge, baseline, sharedAt);
  }
}
