package org.followthrough.enrollment.cohort;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.enrollment.course.Course;
import org.hibernate.annotations.Immutable;

/** A cohort as it is read; only the intake writes it. */
@Entity
@Immutable
@Table(name = "cohorts")
public class Cohort {

  @Id
  @Column(name = "cohort_id")
  private UUID cohortId;

  @Column(name = "organization_id")
  private UUID organizationId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "course_id")
  private Course course;

  @Column(name = "external_id")
  private String externalId;

  private String title;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  private long version;

  protected Cohort() {}

  UUID cohortId() {
    return cohortId;
  }

  public String externalId() {
    return externalId;
  }

  long version() {
    return version;
  }

  CohortView view() {
    return new CohortView(course.externalId(), externalId, title, startsOn, endsOn);
  }
}
