package org.followthrough.booster.answer;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * The machine's own clock, the one exception to the rule that all time is the service clock's (see
 * {@link MachineTime}); tests replace it by one they set.
 */
class MachineTimeProducer {

  @Produces
  @Singleton
  @MachineTime
  @DefaultBean
  Clock machineTime() {
    return Clock.tickMillis(ZoneOffset.UTC);
  }
}
