package org.followthrough.evaluation.form;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.followthrough.evaluation.followup.Evaluation;
import org.followthrough.kit.page.Languages;
import org.jboss.resteasy.reactive.RestForm;

/** The evaluation form; a GET or HEAD of it writes nothing. */
@Path("/eval/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class FormResource {

  @CheckedTemplate(basePath = "form")
  static class Templates {
    static native TemplateInstance form(FormPage page, String lang);

    static native TemplateInstance result(ResultPage page, String lang);

    private Templates() {}
  }

  private final FormService service;

  FormResource(FormService service) {
    this.service = service;
  }

  @GET
  @Operation(summary = "Shows the form, or what was sent in")
  public Uni<Response> show(@PathParam("token") String token, @Context UriInfo address) {
    Set<String> asked = address.getQueryParameters().keySet();
    return service
        .open(token)
        .chain(form -> page(token, form, asked.contains("saved"), asked.contains("edit")));
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Operation(summary = "Takes the form, or corrects it")
  public Uni<Response> submit(
      @PathParam("token") String token,
      @RestForm String rating,
      @RestForm String applied,
      @RestForm String example,
      @RestForm String helped,
      @RestForm String hindered,
      @RestForm String seen) {
    var input = new FormInput(rating, applied, example, helped, hindered);
    return service
        .open(token)
        .chain(
            form ->
                input.faults().isEmpty()
                    ? submit(token, form, input, version(seen))
                    : refused(token, form, input));
  }

  private Uni<Response> submit(String token, OpenForm form, FormInput input, int seen) {
    return service
        .submit(form, seen, input.answers())
        .chain(
            stored ->
                stored.says(input.answers())
                    ? Uni.createFrom().item(saved(token))
                    : overtaken(token, stored, input));
  }

  /** Where a client does not tell what it saw, the last word counts. */
  private static int version(String seen) {
    return seen == null ? Integer.MAX_VALUE : seen.matches("\\d{1,9}") ? Integer.parseInt(seen) : 0;
  }

  private static Uni<Response> page(String token, OpenForm form, boolean saved, boolean edit) {
    Evaluation mine = form.mine();
    if (mine != null && !edit) {
      return html(200, form, Templates.result(ResultPage.of(token, form, saved), lang(form)));
    }
    FormInput input = mine == null ? FormInput.empty() : FormInput.of(mine.answers());
    return html(200, form, Templates.form(FormPage.of(token, form, input), lang(form)));
  }

  private static Uni<Response> refused(String token, OpenForm form, FormInput input) {
    FormPage page = FormPage.of(token, form, input).faulty(input.faults());
    return html(400, form, Templates.form(page, lang(form)));
  }

  /** Another window was faster: nothing of either is lost, and the person decides. */
  private static Uni<Response> overtaken(String token, OpenForm form, FormInput input) {
    FormPage page =
        FormPage.of(token, form, input).overtakenBy(FormInput.of(form.mine().answers()));
    return html(409, form, Templates.form(page, lang(form)));
  }

  private static Uni<Response> html(int status, OpenForm form, TemplateInstance page) {
    return page.setLocale(lang(form))
        .createUni()
        .map(
            text ->
                Response.status(status)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(text)
                    .build());
  }

  // Raw, because a builder's location() would make it absolute with the host this instance sees.
  private static Response saved(String token) {
    return Response.status(303).header("Location", "/eval/" + token + "?saved").build();
  }

  private static String lang(OpenForm form) {
    return Languages.of(form.person() == null ? null : form.person().locale());
  }
}
