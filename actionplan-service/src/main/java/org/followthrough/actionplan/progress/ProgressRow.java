package org.followthrough.actionplan.progress;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;

@Entity
@Table(name = "progress_reports")
class ProgressRow {

  @Id
  @Column(name = "report_id")
  private UUID reportId;

  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  @Column(name = "action_id")
  private UUID actionId;

  private String status;

  private String note;

  @Column(name = "reported_at")
  private Instant reportedAt;

  /** For Hibernate. */
  protected ProgressRow() {}

  ProgressRow(UUID enrollmentId, ProgressReport report) {
    this.reportId = EventComposer.newId();
    this.enrollmentId = enrollmentId;
    this.actionId = report.actionId();
    this.status = report.status().key();
    this.note = report.note();
    this.reportedAt = report.reportedAt();
  }

  ProgressReport report() {
    return new ProgressReport(actionId, ProgressStatus.of(status).orElseThrow(), note, reportedAt);
  }
}
