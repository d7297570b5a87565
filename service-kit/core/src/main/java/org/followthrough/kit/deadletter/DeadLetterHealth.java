package org.followthrough.kit.deadletter;

import io.smallrye.health.api.Wellness;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while dead letters wait for somebody. Wellness, not readiness: one bad event must not take
 * the service out of rotation.
 */
@Wellness
class DeadLetterHealth implements HealthCheck {

  private final DeadLetters letters;

  DeadLetterHealth(DeadLetters letters) {
    this.letters = letters;
  }

  @Override
  public HealthCheckResponse call() {
    int waiting = letters.all().size();
    return HealthCheckResponse.named("dead letters")
        .status(waiting == 0)
        .withData("waiting", waiting)
        .build();
  }
}
