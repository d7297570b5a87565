package org.followthrough.enrollment.enrollment;

import java.util.Comparator;
import java.util.UUID;

/** One person and one course: what a course history is about. */
public record Group(UUID organizationId, UUID personId, UUID courseId)
    implements Comparable<Group> {

  private static final Comparator<Group> ORDER =
      Comparator.comparing(Group::personId).thenComparing(Group::courseId);

  @Override
  public int compareTo(Group other) {
    return ORDER.compare(this, other);
  }
}
