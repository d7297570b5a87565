package org.followthrough.reminder.cadence;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;

/** Is told, in the transaction of the change, that a cadence has other steps now. */
public interface CadenceChanges {
  Uni<Void> cadenceChanged(SqlClient transaction, CadenceKey key);
}
