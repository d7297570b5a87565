package org.followthrough.actionplan.progress;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;

/** What a learner said about one action. */
public record ProgressReport(
    UUID actionId, ProgressStatus status, String note, Instant reportedAt) {

  /** Whether this only repeats the other, as a double click does: same words, same local day. */
  public boolean repeats(ProgressReport other, ZoneId zone) {
    return equals(new ProgressReport(other.actionId, other.status, other.note, reportedAt))
        && LocalDate.ofInstant(reportedAt, zone)
            .equals(LocalDate.ofInstant(other.reportedAt, zone));
  }
}
