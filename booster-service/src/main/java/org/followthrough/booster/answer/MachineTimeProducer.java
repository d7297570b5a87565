package org.followthrough.booster.answer;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** The machine's own clock; tests replace it by one they set. */
class MachineTimeProducer {

  @Produces
  @Singleton
  @MachineTime
  @DefaultBean
  Clock machineTime() {
    return Clock.systemUTC();
  }
}
