package org.followthrough.enrollment.person;

import java.util.Objects;
import java.util.UUID;
import org.followthrough.enrollment.fact.Stamp;

/**
 * A stored person.
 *
 * @param profile null while the person is known only because something refers to them
 * @param gone whether the latest fact is that they left; a profile told later brings them back
 * @param version grows with every change that is published; 0 before the first
 */
public record PersonSnapshot(
    UUID personId,
    UUID organizationId,
    String externalId,
    PersonProfile profile,
    Stamp profileStamp,
    Stamp leftStamp,
    boolean gone,
    long version) {

  /** After HR told the profile; an older one changes nothing. */
  public PersonSnapshot upserted(PersonProfile told, Stamp stamp) {
    if (!stamp.isAfter(profileStamp)) {
      return this;
    }
    return with(told, stamp, leftStamp);
  }

  /** After HR told that they left; an older word changes nothing. */
  public PersonSnapshot left(Stamp stamp) {
    return stamp.isAfter(leftStamp) ? with(profile, profileStamp, stamp) : this;
  }

  /** With the next version, where what others see differs from before. */
  public PersonSnapshot versionedAfter(PersonSnapshot before) {
    return showsSameAs(before) ? this : copy(version + 1);
  }

  private boolean showsSameAs(PersonSnapshot before) {
    return gone == before.gone && Objects.equals(profile, before.profile);
  }

  private PersonSnapshot with(PersonProfile told, Stamp toldStamp, Stamp goneStamp) {
    boolean nowGone = goneStamp != null && goneStamp.isAfter(toldStamp);
    return new PersonSnapshot(
        personId, organizationId, externalId, told, toldStamp, goneStamp, nowGone, version);
  }

  private PersonSnapshot copy(long newVersion) {
    return new PersonSnapshot(
        personId, organizationId, externalId, profile, profileStamp, leftStamp, gone, newVersion);
  }
}
