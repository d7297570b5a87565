package org.followthrough.reminder.people;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import java.util.UUID;

/** Is told, in the transaction of the change, whose circumstances for planning changed. */
public interface CircumstanceChanges {

  /** These became known, or their zone, leave, manager, address or employment changed. */
  Uni<Void> peopleChanged(SqlClient transaction, UUID[] personIds);

  /** Nothing of these may be kept. */
  Uni<Void> peopleErased(SqlClient transaction, UUID[] personIds);

  /** These became known, or follow another cadence now. */
  Uni<Void> coursesChanged(SqlClient transaction, UUID[] courseIds);

  /**
   * What is known of these people or courses is committed; completes when it has had its effect.
   */
  Uni<Void> committed(UUID[] ids);
}
