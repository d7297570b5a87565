package org.followthrough.evaluation.followup;

/**
 * What one person said on the form.
 *
 * @param rating 1 not at all to 10 fully
 * @param example null where none was given; so with the other texts
 */
public record Answers(int rating, Applied applied, String example, String helped, String hindered) {
  public Answers {
    if (rating < 1 || rating > 10) {
      throw new IllegalArgumentException("rating: 1 to 10");
    }
    if (applied == null) {
      throw new IllegalArgumentException("applied: one of not-yet, partly, regularly");
    }
  }

  /** Whether there is something that others may learn from. */
  boolean hasWords() {
    return helped != null || hindered != null;
  }
}
