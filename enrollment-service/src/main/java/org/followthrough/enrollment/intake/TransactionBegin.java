package org.followthrough.enrollment.intake;

/** How an intake transaction begins: in the same round trip as its first statements. */
final class TransactionBegin {

  // Plans are made while the tables are small and kept while they grow; and a small batch must not
  // be planned anew each time.
  static final String SQL =
      "BEGIN; SET LOCAL enable_seqscan = off; SET LOCAL enable_hashjoin = off;"
          + " SET LOCAL enable_mergejoin = off; SET LOCAL jit = off;"
          + " SET LOCAL plan_cache_mode = force_generic_plan";

  /**
   * Holds within such a transaction alone. Statements that were sent with the begin run even where
   * it failed, each on its own; what must not happen then asks for this.
   */
  static final String IS_DONE = "current_setting('enable_seqscan') = 'off'";

  private TransactionBegin() {}
}
