package org.followthrough.actionplan.expectation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;

/** What a learner says before the course (LEAP 1). */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Expectations(
    String whyAttending, String whereUsed, String challenge, int baseline, Instant sharedAt) {

  /** Whether both say the same, whenever it was said. */
  public boolean saysTheSameAs(Expectations other) {
    return equals(
        new Expectations(
            other.whyAttending, other.whereUsed, other.challenge, other.baseline, sharedAt));
  }
}
