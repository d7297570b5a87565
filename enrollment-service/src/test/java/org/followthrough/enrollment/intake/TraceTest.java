package org.followthrough.enrollment.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.followthrough.enrollment.HrEventText;
import org.followthrough.enrollment.Tenant;
import org.followthrough.enrollment.TopicReader;
import org.followthrough.kit.event.EventEnvelope;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;

/** Events go on in the trace of the request that caused them, whichever batch it was in. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class TraceTest {

  private static final Instant MONDAY = Instant.parse("2027-01-04T09:00:00Z");
  private static final String FIRST = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
  private static final String SECOND = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b8-01";

  private static void post(Tenant tenant, String traceparent, HrEventText... events) {
    tenant
        .request()
        .header("traceparent", traceparent)
        .contentType("application/json")
        .body(HrEventText.batch(List.of(events)))
        .post("/v1/hr-events")
        .then()
        .statusCode(200);
  }

  private static void assertTraces(Tenant tenant, String topic, String... expected) {
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(TopicReader.read(topic, tenant.organizationId()))
                    .extracting(EventEnvelope::traceparent)
                    .containsOnly(expected));
  }

  @Test
  void everyTopicShouldCarryTheTraceOfTheRequest() {
    Tenant tenant = Tenant.created();

    post(
        tenant,
        FIRST,
        HrEventText.person("e-1", MONDAY, "E-1", "Ana"),
        HrEventText.enrolled("e-2", MONDAY, "E-1", "talks", "k"));
    post(
        tenant,
        SECOND,
        HrEventText.cohort("e-3", MONDAY, "talks", "k", "2027-01-18", "2027-01-19"));

    assertTraces(tenant, "enrollment.people.v1", FIRST);
    assertTraces(tenant, "enrollment.courses.v1", FIRST);
    assertTraces(tenant, "enrollment.enrollments.v1", FIRST, SECOND);
  }
}
