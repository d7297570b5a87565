package org.followthrough.embedded;

import java.io.IOException;

/** A fault asked for this connection to end. */
final class DroppedException extends IOException {
  private static final long serialVersionUID = 1L;
}
