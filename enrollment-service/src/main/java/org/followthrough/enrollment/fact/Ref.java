package org.followthrough.enrollment.fact;

import java.util.Comparator;
import java.util.UUID;

/** An id of the HR system within its organization: a person's or a course's. */
public record Ref(UUID organizationId, String externalId) implements Comparable<Ref> {

  private static final Comparator<Ref> ORDER =
      Comparator.comparing(Ref::organizationId).thenComparing(Ref::externalId);

  @Override
  public int compareTo(Ref other) {
    return ORDER.compare(this, other);
  }
}
