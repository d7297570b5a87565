package org.followthrough.kit.postgres;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.core.impl.NoStackTraceThrowable;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.Set;
import org.followthrough.kit.consumer.TransientFault;

/**
 * Connection loss, deadlock, serialization failure, lack of resources and operator intervention
 * pass; see PostgreSQL's error codes, appendix A, classes 08, 40, 53, 55, 57 and 58.
 */
@Singleton
class PgTransientFault implements TransientFault {

  private static final Set<String> PASSING = Set.of("08", "40", "53", "55", "57", "58");

  // A fail-over is under way: the server at hand has just become a replica.
  private static final String READ_ONLY = "25006";

  // A value no column takes: class 22, and what a constraint on the row itself refuses.
  private static final String DATA_EXCEPTION = "22";
  private static final Set<String> BROKEN_BY_ONE_ROW = Set.of("23502", "23514");

  @Override
  public Optional<String> code(Throwable fault) {
    return fault instanceof PgException pg
        ? Optional.ofNullable(pg.getSqlState())
        : Optional.empty();
  }

  @Override
  public boolean isPermanent(Throwable fault) {
    return fault instanceof PgException pg
        && pg.getSqlState() != null
        && (pg.getSqlState().startsWith(DATA_EXCEPTION)
            || BROKEN_BY_ONE_ROW.contains(pg.getSqlState()));
  }

  @Override
  public boolean isTransient(Throwable fault) {
    if (fault instanceof PgException pg) {
      String state = pg.getSqlState();
      return state != null && (READ_ONLY.equals(state) || PASSING.contains(state.substring(0, 2)));
    }
    return fault instanceof ClosedConnectionException
        || isPoolTimeout(fault)
        || fault instanceof ConnectionPoolTooBusyException
        || (fault instanceof VertxException
            && fault.getMessage() != null
            && fault.getMessage().contains("onnection"));
  }

  // What the pool says when no connection was to be had for its connection timeout, 30 seconds
  // unless configured: all of them wait for a server that stands still.
  private static boolean isPoolTimeout(Throwable fault) {
    return fault instanceof NoStackTraceThrowable && "Timeout".equals(fault.getMessage());
  }
}
