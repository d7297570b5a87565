package org.followthrough.booster.question;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.OptionalLong;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.booster.question.QuestionContent.Option;
import org.followthrough.booster.question.QuestionContent.Resource;
import org.followthrough.kit.auth.CurrentOrganization;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** The question bank of a course over HTTP. */
@Path("/v1/courses/{courseId}/questions")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Questions")
class QuestionResource {

  private static final String COURSE = "the HR system's id of the course";
  private static final String QUESTION = "the caller's own id of the question, one line";

  /** A question as it stands in the bank. */
  record StoredQuestion(
      String questionId,
      String stem,
      List<Option> options,
      String goodUse,
      String results,
      List<Resource> resources,
      @Schema(description = "whether it is asked no more") boolean retired) {

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

  /** A page of what may be asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Bank(
      List<StoredQuestion> questions,
      @Schema(description = "the cursor of the next page, absent on the last") String next) {

    static Bank of(List<Question> fetched, int limit) {
      List<Question> shown = fetched.size() > limit ? fetched.subList(0, limit) : fetched;
      return new Bank(
          shown.stream().map(StoredQuestion::of).toList(),
          fetched.size() > limit ? BankPage.cursorAfter(shown.get(limit - 1).externalId()) : null);
    }
  }

  private final QuestionService questions;
  private final CurrentOrganization organization;

  QuestionResource(QuestionService questions, CurrentOrganization organization) {
    this.questions = questions;
    this.organization = organization;
  }

  @GET
  @RolesAllowed("read")
  @Operation(
      summary = "Lists the questions of a course that may be asked",
      description =
          "By id, in pages; next is the cursor of the page after. Empty where the course has none"
              + " or is not known.")
  @APIResponse(responseCode = "200", description = "A page of the bank")
  @APIResponse(responseCode = "400", description = "limit or cursor is none")
  public Uni<Bank> list(
      @Parameter(description = COURSE) @PathParam("courseId") String courseId,
      @Parameter(description = "next of the page before") @QueryParam("cursor") String cursor,
      @Parameter(description = "1 to 200")
          @QueryParam("limit")
          @DefaultValue(BankPage.DEFAULT_LIMIT)
          String limit) {
    BankPage page = BankPage.of(cursor, limit);
    return questions
        .live(organization.id(), courseId, page.after(), page.limit() + 1)
        .map(fetched -> Bank.of(fetched, page.limit()));
  }

  @GET
  @Path("/{questionId}")
  @RolesAllowed("read")
  @Operation(
      summary = "Shows one question, also a retired one",
      description = "Its ETag is good for If-Match of a PUT or DELETE.")
  @APIResponse(responseCode = "200", description = "The question, with its ETag")
  @APIResponse(responseCode = "304", description = "If-None-Match names the version that stands")
  @APIResponse(responseCode = "404", description = "The course has no such question")
  public Uni<RestResponse<StoredQuestion>> one(
      @Parameter(description = COURSE) @PathParam("courseId") String courseId,
      @Parameter(description = QUESTION) @PathParam("questionId") String questionId,
      @Parameter(description = "ETag of the version that the caller has")
          @HeaderParam("If-None-Match")
          String ifNoneMatch) {
    var wanted = new Condition(null, ifNoneMatch);
    return questions
        .one(organization.id(), courseId, questionId)
        .map(
            question ->
                wanted.holdsFor(OptionalLong.of(question.version()))
                    ? answer(200, question)
                    : tagged(304, question).build());
  }

  @PUT
  @Path("/{questionId}")
  @RolesAllowed("write")
  @Consumes(MediaType.APPLICATION_JSON)
  @Operation(
      summary = "Stores a question",
      description =
          "2 to 5 options, exactly one correct, feedback for each; resources by https only. The"
              + " course may come later. The same question again changes nothing. A retired one is"
              + " asked again. Whoever was asked it before keeps the wording of then.")
  @APIResponse(responseCode = "200", description = "Rewritten or unchanged, with its ETag")
  @APIResponse(responseCode = "201", description = "New, with its ETag")
  @APIResponse(responseCode = "400", description = "Each field that is missing or unfit")
  @APIResponse(responseCode = "412", description = "If-Match or If-None-Match does not hold")
  public Uni<RestResponse<StoredQuestion>> put(
      @Parameter(description = COURSE) @PathParam("courseId") String courseId,
      @Parameter(description = QUESTION) @PathParam("questionId") String questionId,
      @Parameter(description = "ETag of the version to replace; any, if absent")
          @HeaderParam("If-Match")
          String ifMatch,
      @Parameter(description = "* to store a new question only") @HeaderParam("If-None-Match")
          String ifNoneMatch,
      QuestionContent content) {
    return questions
        .put(organization.id(), courseId, questionId, content, new Condition(ifMatch, ifNoneMatch))
        .map(stored -> answer(stored.created() ? 201 : 200, stored.question()));
  }

  @DELETE
  @Path("/{questionId}")
  @RolesAllowed("write")
  @Operation(
      summary = "Retires a question",
      description =
          "It is not asked any more; who has it open gets another one. Answers stay. Retiring it"
              + " twice is once.")
  @APIResponse(responseCode = "204", description = "Retired")
  @APIResponse(responseCode = "404", description = "The course has no such question")
  @APIResponse(responseCode = "412", description = "If-Match names another version")
  public Uni<Void> retire(
      @Parameter(description = COURSE) @PathParam("courseId") String courseId,
      @Parameter(description = QUESTION) @PathParam("questionId") String questionId,
      @Parameter(description = "ETag of the version to retire; any, if absent")
          @HeaderParam("If-Match")
          String ifMatch) {
    return questions.retire(organization.id(), courseId, questionId, new Condition(ifMatch, null));
  }

  private static RestResponse<StoredQuestion> answer(int status, Question question) {
    return tagged(status, question).entity(StoredQuestion.of(question)).build();
  }

  private static ResponseBuilder<StoredQuestion> tagged(int status, Question question) {
    return ResponseBuilder.<StoredQuestion>create(status)
        .header(HttpHeaders.ETAG, Condition.tagOf(question.version()));
  }
}
