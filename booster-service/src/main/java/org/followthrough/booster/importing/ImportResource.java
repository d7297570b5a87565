package org.followthrough.booster.importing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.followthrough.booster.question.QuestionRules;
import org.followthrough.kit.auth.CurrentOrganization;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

/** Imports question files over HTTP. */
@Path("/v1/courses/{courseId}/questions/import")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("write")
@Tag(name = "Questions")
class ImportResource {

  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private final QuestionImport questions;
  private final CurrentOrganization organization;

  ImportResource(QuestionImport questions, CurrentOrganization organization) {
    this.questions = questions;
    this.organization = organization;
  }

  @POST
  @Consumes(MediaType.TEXT_PLAIN)
  @Operation(
      summary = "Imports questions written in GIFT",
      description =
          "UTF-8. Multiple choice {=right#why ~wrong#why} and true/false {T#if wrong#if right},"
              + " feedback for each answer, ::title:: as the question's id, general feedback (####)"
              + " as what good use looks like, \\\\ before ~ = # { } :. The answer has a verdict"
              + " for each question with its line; good ones are stored whatever the others are.")
  @APIResponse(responseCode = "200", description = "What became of each question")
  @APIResponse(responseCode = "400", description = "The file is not UTF-8, or courseId is unfit")
  @APIResponse(responseCode = "413", description = "Over 2,000 questions or 2 MB")
  public Uni<ImportVerdict> gift(
      @Parameter(description = "the HR system's id of the course") @PathParam("courseId")
          String courseId,
      byte[] file) {
    return questions.gift(organization.id(), checked(courseId), text(file));
  }

  @POST
  @Consumes("text/csv")
  @Operation(
      summary = "Imports questions from CSV",
      description =
          "UTF-8, comma (or semicolon throughout), RFC 4180 quotes. Header row, columns in any"
              + " order: id, stem, option1, feedback1 to option5, feedback5 (two are needed),"
              + " correct (the number of the right option), goodUse, results, resourceTitle1,"
              + " resourceUrl1 to resourceTitle3, resourceUrl3. The answer is as for GIFT.")
  @APIResponse(responseCode = "200", description = "What became of each question")
  @APIResponse(responseCode = "400", description = "The file is not UTF-8, or courseId is unfit")
  @APIResponse(responseCode = "413", description = "Over 2,000 questions or 2 MB")
  public Uni<ImportVerdict> csv(
      @Parameter(description = "the HR system's id of the course") @PathParam("courseId")
          String courseId,
      byte[] file) {
    return questions.csv(organization.id(), checked(courseId), text(file));
  }

  private static String checked(String courseId) {
    QuestionRules.faultOfCourseId(courseId)
        .ifPresent(
            fault -> {
              throw new ProblemException(Problem.invalidField("courseId", fault));
            });
    return courseId;
  }

  private static String text(byte[] file) {
    try {
      String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(file)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new ProblemException(Problem.invalidField("/", "the file must be UTF-8"));
    }
  }
}
