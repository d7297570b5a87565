package org.followthrough.enrollment.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** A person as it is read; only the intake writes it. */
@Entity
@Immutable
@Table(name = "people")
public class Person {

  @Id
  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "organization_id")
  private UUID organizationId;

  @Column(name = "external_id")
  private String externalId;

  private String email;
  private String name;

  @Column(name = "time_zone")
  private String timeZone;

  private String locale;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "manager_id")
  private Person manager;

  @Column(name = "org_unit")
  private String orgUnit;

  @Column(name = "leave_until")
  private LocalDate leaveUntil;

  private boolean gone;
  private long version;

  protected Person() {}

  public String externalId() {
    return externalId;
  }

  long version() {
    return version;
  }

  PersonView view() {
    return new PersonView(
        externalId,
        email,
        name,
        timeZone,
        locale,
        manager == null ? null : manager.externalId,
        orgUnit,
        leaveUntil,
        gone);
  }
}
