package org.followthrough.kit.app;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "notes")
class Note {
  @Id
  @Column(name = "note_id")
  private UUID id;

  private String text;
  private long version;

  protected Note() {}

  Note(UUID id, String text, long version) {
    this.id = id;
    this.text = text;
    this.version = version;
  }

  void take(String newText, long newVersion) {
    if (newVersion > version) {
      text = newText;
      version = newVersion;
    }
  }

  String text() {
    return text;
  }
}
