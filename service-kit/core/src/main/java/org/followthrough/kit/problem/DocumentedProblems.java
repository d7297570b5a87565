package org.followthrough.kit.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Says in every service's API document that what is refused is answered with a problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

  private static final String API = "/v1/";
  private static final String PROBLEM = "Problem";
  private static final Map<String, String> PLAIN_WORDS =
      Map.of(
          "Not Authorized", "No API key, or one that is not valid",
          "Not Allowed", "The API key lacks the scope for that");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    if (document.getPaths() == null) {
      return;
    }
    define(document);
    document
        .getPaths()
        .getPathItems()
        .forEach(
            (path, item) -> {
              if (path.startsWith(API)) {
                item.getOperations().values().forEach(DocumentedProblems::complete);
              }
            });
  }

  private static void complete(Operation operation) {
    if (operation.getResponses() != null) {
      operation.getResponses().getAPIResponses().forEach(DocumentedProblems::complete);
    }
  }

  private static void complete(String status, APIResponse response) {
    String description = response.getDescription();
    response.setDescription(PLAIN_WORDS.getOrDefault(description, description));
    if (status.startsWith("4") || status.startsWith("5")) {
      response.setContent(response.getContent() == null ? content() : response.getContent());
    }
  }

  private static Content content() {
    Schema reference = OASFactory.createSchema().ref(PROBLEM);
    return OASFactory.createContent()
        .addMediaType(Problem.MEDIA_TYPE, OASFactory.createMediaType().schema(reference));
  }

  private static void define(OpenAPI document) {
    if (document.getComponents() == null) {
      document.setComponents(OASFactory.createComponents());
    }
    document.getComponents().addSchema(PROBLEM, problem());
  }

  private static Schema problem() {
    return object("What is wrong, RFC 9457")
        .addProperty("type", text("where this kind of problem is explained"))
        .addProperty("title", text("the same for every problem of the kind"))
        .addProperty("status", type(Schema.SchemaType.INTEGER).description("the HTTP status"))
        .addProperty("detail", text("what is wrong this time"))
        .addProperty(
            "errors",
            type(Schema.SchemaType.ARRAY)
                .description("the fields at fault, if it is not the whole request")
                .items(fieldError()));
  }

  private static Schema fieldError() {
    return object(null)
        .addProperty("pointer", text("JSON Pointer into the body, or a parameter's name"))
        .addProperty("detail", text("what is expected there"));
  }

  private static Schema object(String description) {
    return type(Schema.SchemaType.OBJECT).description(description);
  }

  private static Schema text(String description) {
    return type(Schema.SchemaType.STRING).description(description);
  }

  private static Schema type(Schema.SchemaType type) {
    return OASFactory.createSchema().type(List.of(type));
  }
}
