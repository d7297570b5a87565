package org.followthrough.enrollment.enrollment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.followthrough.enrollment.cohort.Cohort;
import org.followthrough.enrollment.course.Course;
import org.followthrough.enrollment.person.Person;
import org.hibernate.annotations.Immutable;

/** An enrollment as it is read; only the intake writes it. */
@Entity
@Immutable
@Table(name = "enrollments")
class Enrollment {

  @Id
  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  @Column(name = "organization_id")
  private UUID organizationId;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "person_id")
  private Person person;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "course_id")
  private Course course;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "cohort_id")
  private Cohort cohort;

  @Column(name = "starts_on")
  private LocalDate startsOn;

  @Column(name = "ends_on")
  private LocalDate endsOn;

  @Column(name = "enrolled_at")
  private Instant enrolledAt;

  @Column(name = "completed_at")
  private Instant completedAt;

  @Column(name = "withdrawn_at")
  private Instant withdrawnAt;

  private String status;
  private long version;

  protected Enrollment() {}

  UUID enrollmentId() {
    return enrollmentId;
  }

  long version() {
    return version;
  }

  EnrollmentView view() {
    return new EnrollmentView(
        enrollmentId,
        person.externalId(),
        course.externalId(),
        cohort == null ? null : cohort.externalId(),
        startsOn,
        endsOn,
        enrolledAt,
        completedAt,
        withdrawnAt,
        status);
  }
}
