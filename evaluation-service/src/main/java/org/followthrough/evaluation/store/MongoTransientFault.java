package org.followthrough.evaluation.store;

import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoExecutionTimeoutException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import jakarta.inject.Singleton;
import java.util.List;
import org.followthrough.kit.consumer.TransientFault;

/** Connection loss, no server to be found, a change of the primary, and lost races pass. */
@Singleton
class MongoTransientFault implements TransientFault {

  private static final List<Class<? extends Throwable>> PASSING =
      List.of(
          MongoSocketException.class,
          MongoTimeoutException.class,
          MongoNotPrimaryException.class,
          MongoNodeIsRecoveringException.class,
          MongoConnectionPoolClearedException.class,
          MongoExecutionTimeoutException.class,
          MongoInterruptedException.class,
          MongoWriteConcernException.class,
          RevisionConflictException.class);

  @Override
  public boolean isTransient(Throwable fault) {
    return PASSING.stream().anyMatch(known -> known.isInstance(fault))
        || (fault instanceof MongoException mongo
            && (mongo.hasErrorLabel("RetryableWriteError")
                || mongo.hasErrorLabel(MongoException.TRANSIENT_TRANSACTION_ERROR_LABEL)));
  }
}
