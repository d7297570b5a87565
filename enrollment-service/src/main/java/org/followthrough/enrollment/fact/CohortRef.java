package org.followthrough.enrollment.fact;

import java.util.Comparator;

/** A cohort's id of the HR system; unique within its course. */
public record CohortRef(Ref course, String externalId) implements Comparable<CohortRef> {

  private static final Comparator<CohortRef> ORDER =
      Comparator.comparing(CohortRef::course).thenComparing(CohortRef::externalId);

  @Override
  public int compareTo(CohortRef other) {
    return ORDER.compare(this, other);
  }
}
