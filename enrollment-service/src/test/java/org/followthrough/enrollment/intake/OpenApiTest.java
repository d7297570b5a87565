package org.followthrough.enrollment.intake;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.followthrough.enrollment.Tenant;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API's document says is so. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "enrollment")
class OpenApiTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static JsonNode document() {
    return json(given().get("/openapi/enrollment-service?format=json").asString());
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode event(String type, JsonNode data) {
    return JSON.createObjectNode()
        .put("specversion", "1.0")
        .put("id", "e-1")
        .put("source", "/hr/acme")
        .put("type", type)
        .set("data", data);
  }

  private static JsonNode verdict(ObjectNode event) {
    return json(
        Tenant.created()
            .request()
            .contentType("application/cloudevents+json")
            .body(event.toString().getBytes(UTF_8))
            .post("/v1/hr-events")
            .asString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hr.person.upserted",
        "hr.person.left",
        "hr.cohort.scheduled",
        "hr.learner.enrolled",
        "hr.course.completed",
        "hr.enrollment.withdrawn"
      })
  void documentedDataShouldBeTakenAndWhatIsRequiredBeMissed(String type) {
    JsonNode schema = document().at("/components/schemas").get(type);
    JsonNode example = schema.at("/examples/0");
    assertThat(example.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(() -> schema.get("properties").fieldNames());

    assertThat(verdict(event(type, example)).get("accepted").intValue()).isEqualTo(1);

    List<String> required = new ArrayList<>();
    example
        .fieldNames()
        .forEachRemaining(
            field -> {
              JsonNode without = ((ObjectNode) example.deepCopy()).without(field);
              JsonNode answer = verdict(event(type, without));
              if (answer.get("accepted").intValue() == 0) {
                assertThat(answer.at("/rejected/0/problem/errors/0/pointer").textValue())
                    .isEqualTo("/data/" + field);
                required.add(field);
              }
            });
    assertThat(schema.get("required"))
        .extracting(JsonNode::textValue)
        .containsExactlyInAnyOrderElementsOf(required);
  }

  @Test
  void everyOperationShouldTellWhatGoesInWhatComesOutAndWhatCanGoWrong() {
    document()
        .get("paths")
        .fields()
        .forEachRemaining(
            path -> {
              if (path.getKey().startsWith("/v1/")) {
                path.getValue()
                    .fields()
                    .forEachRemaining(
                        it -> assertComplete(it.getKey() + path.getKey(), it.getValue()));
              }
            });
  }

  private static void assertComplete(String name, JsonNode operation) {
    assertThat(operation.path("summary").asText()).as(name).isNotBlank();
    assertThat(operation.path("operationId").asText()).as(name).isNotBlank();
    operation
        .path("parameters")
        .forEach(it -> assertThat(it.path("description").asText()).as(name + it).isNotBlank());
    operation
        .path("requestBody")
        .path("content")
        .forEach(it -> assertThat(it.has("schema")).as(name).isTrue());
    JsonNode responses = operation.get("responses");
    assertThat(responses.fieldNames()).toIterable().as(name).contains("401", "403");
    responses.fields().forEachRemaining(it -> assertAnswer(name, it.getKey(), it.getValue()));
  }

  private static void assertAnswer(String name, String status, JsonNode answer) {
    assertThat(answer.path("description").asText()).as(name + status).isNotBlank();
    if (status.startsWith("4") || status.startsWith("5")) {
      assertThat(answer.at("/content/application~1problem+json/schema/$ref").asText())
          .as(name + status)
          .isEqualTo("#/components/schemas/Problem");
    } else if (!status.equals("204") && !status.equals("304")) {
      assertThat(answer.at("/content/application~1json/schema").isObject()).as(name).isTrue();
    }
  }

  @Test
  void courseShouldBeDocumentedWithAllItsFields() {
    JsonNode schemas = document().at("/components/schemas");
    List<String> fields = new ArrayList<>(List.of("courseId"));
    schemas.at("/CourseDescription/properties").fieldNames().forEachRemaining(fields::add);

    assertThat(schemas.at("/Course/properties").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(fields);
  }
}
