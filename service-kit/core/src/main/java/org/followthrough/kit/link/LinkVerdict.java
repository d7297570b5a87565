package org.followthrough.kit.link;

/** What became of checking a token. */
public sealed interface LinkVerdict {

  /** Genuine, for this purpose, in time. Whether its subject still exists is the caller's check. */
  record Valid(Link link) implements LinkVerdict {}

  /** Genuine and for this purpose, but over, or signed by a key since retired: answer 410. */
  record Expired() implements LinkVerdict {}

  /** Anything else: mangled, forged, made for another purpose. Answer 404, without saying which. */
  record Unknown() implements LinkVerdict {}
}
