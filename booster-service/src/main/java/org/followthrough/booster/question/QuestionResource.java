package org.followthrough.booster.question;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.followthrough.kit.auth.CurrentOrganization;
import org.jboss.resteasy.reactive.RestResponse;

/** The question bank of a course over HTTP. */
@Path("/v1/courses/{courseId}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
class QuestionResource {

  /** A question as it stands in the bank. */
  record StoredQuestion(
      String questionId,
      String stem,
      List<Option> options,
      String goodUse,
      String results,
      List<Resource> resources,
      boolean retired) {

    static StoredQuestion of(Question question) {
      QuestionContent content = question.content();
      return new StoredQuestion(
          question.externalId(),
          content.stem(),
          content.options(),
          content.goodUse(),
          content.results(),
          content.resources(),
          question.isRetired());
    }
  }

  /** All that may be asked. */
  record Bank(List<StoredQuestion> questions) {}

  private final QuestionService questions;
  private final CurrentOrganization organization;

  QuestionResource(QuestionService questions, CurrentOrganization organization) {
    this.questions = questions;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(summary = "Lists the questions of a course that may be asked, by id")
  public Uni<Bank> list(@PathParam("courseId") String courseId) {
    return questions
        .live(organization.id(), courseId)
        .map(live -> new Bank(live.stream().map(StoredQuestion::of).toList()));
  }

  @GET
  @Path("/{questionId}")
  @RolesAllowed("read")
  @Operation(summary = "Shows one question, also a retired one")
  public Uni<StoredQuestion> one(
      @PathParam("courseId") String courseId, @PathParam("questionId") String questionId) {
    return questions.one(organization.id(), courseId, questionId).map(StoredQuestion::of);
  }

  @PUT
  @Path("/{questionId}")
  @RolesAllowed("write")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Stores a question",
      description =
          "2 to 5 options, exactly one correct, feedback for each; resources by https only. The"
              + " course may come later. 201 where it is new, else 200. Whoever was asked it"
              + " before keeps the wording of then.")
  public Uni<RestResponse<StoredQuestion>> put(
      @PathParam("courseId") String courseId,
      @PathParam("questionId") String questionId,
      QuestionContent content) {
    return questions
        .put(organization.id(), courseId, questionId, content)
        .map(
            stored ->
                RestResponse.ResponseBuilder.<StoredQuestion>create(stored.created() ? 201 : 200)
                    .entity(StoredQuestion.of(stored.question()))
                    .build());
  }

  @DELETE
  @Path("/{questionId}")
  @RolesAllowed("write")
  @Operation(
      summary = "Retires a question",
      description = "It is not asked any more; who has it open gets another one. Answers stay.")
  public Uni<Void> retire(
      @PathParam("courseId") String courseId, @PathParam("questionId") String questionId) {
    return questions.retire(organization.id(), courseId, questionId);
  }
}
