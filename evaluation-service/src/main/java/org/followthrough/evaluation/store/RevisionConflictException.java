package org.followthrough.evaluation.store;

/** Somebody else changed one of the documents in between: read and decide again. */
final class RevisionConflictException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RevisionConflictException() {
    super("a document was changed in between", null, false, false);
  }
}
