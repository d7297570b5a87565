package org.followthrough.booster.question;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;

/** A question of the bank. It outlives its retirement, because people were asked it. */
@Entity
@Table(name = "questions")
class Question {

  @Id
  @Column(name = "question_id")
  private UUID id;

  @Column(name = "organization_id", nullable = false, updatable = false)
  private UUID organizationId;

  @Column(nullable = false, updatable = false)
  private String course;

  @Column(name = "external_id", nullable = false, updatable = false)
  private String externalId;

  @Column(nullable = false)
  @Convert(converter = ContentConverter.class)
  private QuestionContent content;

  @Column(nullable = false)
  private boolean retired;

  @Version
  @Column(nullable = false)
  private long version;

  /** For Hibernate. */
  protected Question() {}

  Question(
      UUID id, UUID organizationId, String course, String externalId, QuestionContent content) {
    this.id = id;
    this.organizationId = organizationId;
    this.course = course;
    this.externalId = externalId;
    this.content = content;
  }

  /** Takes the new wording, and is asked again if it was retired. */
  void rewrite(QuestionContent newContent) {
    content = newContent;
    retired = false;
  }

  /** Is not asked any more. */
  void retire() {
    retired = true;
  }

  String externalId() {
    return externalId;
  }

  QuestionContent content() {
    return content;
  }

  long version() {
    return version;
  }

  boolean isRetired() {
    return retired;
  }
}
