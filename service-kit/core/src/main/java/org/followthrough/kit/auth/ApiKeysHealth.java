package org.followthrough.kit.auth;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Down until all API keys are known: a service that refuses good keys is not ready. */
@Readiness
class ApiKeysHealth implements HealthCheck {

  private final ApiKeys keys;

  ApiKeysHealth(ApiKeys keys) {
    this.keys = keys;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("API keys are known").status(keys.ready()).build();
  }
}
