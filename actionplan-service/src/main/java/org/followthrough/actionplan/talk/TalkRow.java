package org.followthrough.actionplan.talk;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.followthrough.kit.event.EventComposer;

@Entity
@Table(name = "talks")
class TalkRow {

  @Id
  @Column(name = "talk_id")
  private UUID talkId;

  @Column(name = "enrollment_id")
  private UUID enrollmentId;

  private String kind;

  @Column(name = "talk_version")
  private int talkVersion;

  @Column(name = "manager_id")
  private UUID managerId;

  @Column(name = "held_on")
  private LocalDate heldOn;

  private String outcome;

  @Column(name = "plan_agreed")
  private boolean planAgreed;

  private Integer baseline;

  @Column(name = "logged_at")
  private Instant loggedAt;

  /** For Hibernate. */
  protected TalkRow() {}

  TalkRow(UUID enrollmentId, Talk talk) {
    this.talkId = EventComposer.newId();
    this.enrollmentId = enrollmentId;
    this.kind = talk.kind().key();
    this.talkVersion = talk.talkVersion();
    this.managerId = talk.managerId();
    this.heldOn = talk.heldOn();
    this.outcome = talk.outcome();
    this.planAgreed = talk.planAgreed();
    this.baseline = talk.baseline();
    this.loggedAt = talk.loggedAt();
  }

  Talk talk() {
    return new Talk(
        TalkKind.valueOf(kind.toUpperCase(Locale.ROOT)),
        talkVersion,
        managerId,
        heldOn,
        outcome,
        planAgreed,
        baseline,
        loggedAt);
  }
}
