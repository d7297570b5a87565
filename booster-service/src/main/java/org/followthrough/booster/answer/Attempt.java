package org.followthrough.booster.answer;

import java.time.Instant;
import java.util.UUID;

/**
 * One posted choice.
 *
 * @param nonce of the page it was posted from; the same nonce is the same attempt
 * @param choice the letter posted
 * @param mailed the letter of the link in the mail, or {@link #CANARY}
 * @param gesture what the person did, empty where the post does not tell
 * @param loadedAt when the page was made, machine time
 * @param postedAt when the post came in, machine time
 */
record Attempt(
    UUID boosterId,
    String nonce,
    String choice,
    String mailed,
    String gesture,
    Instant loadedAt,
    Instant postedAt) {

  /** In place of a letter in the link that people do not see. */
  static final String CANARY = "canary";
}
