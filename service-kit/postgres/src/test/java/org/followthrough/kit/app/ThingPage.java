package org.followthrough.kit.app;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.followthrough.kit.link.LinkVerdict;
import org.followthrough.kit.link.SignedLinks;
import org.followthrough.kit.problem.Problem;
import org.followthrough.kit.problem.ProblemException;

@Path("/thing/{token}")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ThingPage {

  @CheckedTemplate
  static class Templates {
    static native TemplateInstance show(String name);

    private Templates() {}
  }

  private final SignedLinks links;

  ThingPage(SignedLinks links) {
    this.links = links;
  }

  @GET
  public Uni<String> show(@PathParam("token") String token) {
    verified(token);
    return Templates.show("A thing <b>").createUni();
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response act(@PathParam("token") String token, @FormParam("choice") String choice) {
    verified(token);
    return Response.status(303).header("Location", "/thing/" + token + "?saved").build();
  }

  private void verified(String token) {
    LinkVerdict verdict = links.verify(token, "thing");
    if (verdict instanceof LinkVerdict.Unknown) {
      throw new ProblemException(Problem.notFound("page"));
    }
    if (verdict instanceof LinkVerdict.Expired) {
      throw new ProblemException(Problem.of(410, "gone", "Gone", "this link has expired"));
    }
  }
}
