package org.followthrough.kit.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import org.followthrough.kit.problem.Problem;

/** A problem as a page, for people who followed a link. */
@Singleton
public class ErrorPages {

  @CheckedTemplate(basePath = "kit")
  static class Templates {
    static native TemplateInstance error(ErrorText text, String lang);

    private Templates() {}
  }

  /** What the page says. */
  record ErrorText(String heading, String message) {}

  /** Renders in English or German, by the browser's wish: who asks is not known here. */
  public Response render(Problem problem, HttpHeaders headers) {
    String lang = Languages.ofBrowser(headers);
    String page = Templates.error(text(problem.status(), lang), lang).render();
    return Response.status(problem.status())
        .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
        .entity(page)
        .build();
  }

  private static ErrorText text(int status, String lang) {
    boolean german = lang.equals(Locale.GERMAN.getLanguage());
    return switch (status) {
      case 404 ->
          german
              ? new ErrorText(
                  "Diese Seite gibt es nicht",
                  "Vielleicht wurde der Link beim Kopieren abgeschnitten. Öffnen Sie ihn bitte noch"
                      + " einmal aus der E-Mail.")
              : new ErrorText(
                  "This page does not exist",
                  "The link may have been cut short on the way. Please open it from the mail"
                      + " again.");
      case 410 ->
          german
              ? new ErrorText(
                  "Dieser Link ist abgelaufen", "Es gibt nichts mehr zu tun. Danke fürs Nachsehen!")
              : new ErrorText(
                  "This link has expired", "There is nothing left to do. Thank you for looking!");
      case 401, 403 ->
          german
              ? new ErrorText("Kein Zugang", "Für diese Seite müssen Sie sich anmelden.")
              : new ErrorText("No access", "You need to sign in for this page.");
      default ->
          german
              ? new ErrorText(
                  "Das hat nicht geklappt",
                  status >= 500
                      ? "Es liegt an uns. Versuchen Sie es bitte in ein paar Minuten noch einmal."
                      : "Bitte gehen Sie zurück und prüfen Sie Ihre Eingabe.")
              : new ErrorText(
                  "That did not work",
                  status >= 500
                      ? "It is our fault. Please try again in a few minutes."
                      : "Please go back and check what you entered.");
    };
  }
}
