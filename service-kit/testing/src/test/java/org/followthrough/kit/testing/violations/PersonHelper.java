package org.followthrough.kit.testing.violations;

/** A name that says nothing. */
final class PersonHelper {
  private PersonHelper() {}
}
