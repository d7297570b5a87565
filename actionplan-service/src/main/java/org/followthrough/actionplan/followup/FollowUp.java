package org.followthrough.actionplan.followup;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The row that holds a follow-up together: its lock puts writers in a line. */
@Entity
@Table(name = "followups")
public class FollowUp {

  @Id
  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  @Column(name = "organization_id")
  private UUID organizationId;

  @Column(name = "learner_id")
  private UUID learnerId;

  @Column(name = "course_id")
  private UUID courseId;

  private long version;

  @Column(name = "plan_version")
  private int planVersion;

  @Column(name = "agreed_version")
  private int agreedVersion;

  @Column(name = "applied_version")
  private int appliedVersion;

  private String status;

  /** For Hibernate. */
  protected FollowUp() {}

  public UUID enrollmentId() {
    return enrollmentId;
  }

  public UUID learnerId() {
    return learnerId;
  }

  public UUID courseId() {
    return courseId;
  }

  public int planVersion() {
    return planVersion;
  }

  /** A plan version was committed. */
  public void planned(int newVersion) {
    planVersion = newVersion;
    decideStatus();
  }

  /** The manager agreed the plan as it stands, or does not any more. */
  public void agreed(boolean agreed) {
    if (agreed) {
      agreedVersion = planVersion;
    } else if (agreedVersion == planVersion) {
      agreedVersion = 0;
    }
    decideStatus();
  }

  /** Every action of the plan as it stands is applied, or not all are. */
  public void applied(boolean all) {
    if (all) {
      appliedVersion = planVersion;
    } else if (appliedVersion == planVersion) {
      appliedVersion = 0;
    }
    decideStatus();
  }

  public PlanStanding standing() {
    return new PlanStanding(planVersion, agreedVersion, appliedVersion);
  }

  UUID organizationId() {
    return organizationId;
  }

  long nextVersion() {
    return ++version;
  }

  private void decideStatus() {
    status = standing().status().key();
  }
}
