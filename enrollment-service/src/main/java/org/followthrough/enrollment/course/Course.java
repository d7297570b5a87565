package org.followthrough.enrollment.course;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A course as commissioned, or only mentioned so far. */
@Entity
@Table(name = "courses")
public class Course {

  @Id
  @Column(name = "course_id")
  private UUID courseId;

  @Column(name = "organization_id")
  private UUID organizationId;

  @Column(name = "external_id")
  private String externalId;

  private String title;
  private String description;

  private String[] behaviours;

  @Column(name = "cost_per_place")
  private BigDecimal costPerPlace;

  @Column(name = "need_by")
  private LocalDate needBy;

  private String cadence;
  private String language;

  @JdbcTypeCode(SqlTypes.JSON)
  private Map<String, String> commissioning;

  @Version
  @Column(name = "changes")
  private long changes;

  protected Course() {}

  Course(UUID courseId, UUID organizationId, String externalId) {
    this.courseId = courseId;
    this.organizationId = organizationId;
    this.externalId = externalId;
  }

  /** Takes over the whole description; what it leaves out is empty afterwards. */
  void describe(CourseDescription told) {
    title = told.title();
    description = told.description();
    behaviours = told.behaviours().toArray(String[]::new);
    costPerPlace = told.costPerPlace();
    needBy = told.needBy();
    cadence = told.cadence();
    language = told.language();
    commissioning = told.commissioning();
  }

  CourseDescription description() {
    return new CourseDescription(
        title,
        description,
        List.of(behaviours),
        costPerPlace,
        needBy,
        cadence,
        commissioning,
        language);
  }

  CourseUpserted published() {
    return new CourseUpserted(
        courseId,
        externalId,
        title,
        description,
        List.of(behaviours),
        costPerPlace,
        needBy,
        cadence,
        language,
        commissioning);
  }

  UUID courseId() {
    return courseId;
  }

  UUID organizationId() {
    return organizationId;
  }

  public String externalId() {
    return externalId;
  }

  /** The version others know: 1 is the first. */
  long version() {
    return changes + 1;
  }
}
