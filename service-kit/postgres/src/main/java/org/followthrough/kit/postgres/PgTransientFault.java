package org.followthrough.kit.postgres;

import io.vertx.core.VertxException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import jakarta.inject.Singleton;
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

  @Override
  public boolean isTransient(Throwable fault) {
    if (fault instanceof PgException pg) {
      String state = pg.getSqlState();
      return state != null && (READ_ONLY.equals(state) || PASSING.contains(state.substring(0, 2)));
    }
    return fault instanceof ClosedConnectionException
        || fault instanceof ConnectionPoolTooBusyException
        || (fault instanceof VertxException
            && fault.getMessage() != null
            && fault.getMessage().contains("onnection"));
  }
}
