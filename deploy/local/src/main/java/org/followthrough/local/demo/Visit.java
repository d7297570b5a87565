package org.followthrough.local.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.followthrough.local.demo.SampleOrganization.SamplePerson;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Opens a mailed page and fills in its form, without a browser but with a browser's requests. */
final class Visit {

  private static final Duration LIMIT = Duration.ofSeconds(15);

  // Nobody reads a question and answers it in under two seconds; the service holds such answers
  // for a machine's.
  private static final Duration READING = Duration.ofMillis(2_600);

  /** What came of it, for the story. */
  record Outcome(Story.Deed deed, String sentence) {}

  private final SampleOrganization organization;
  private final HttpClient http;
  private final String url;

  Visit(SampleOrganization organization, HttpClient http, String url) {
    this.organization = organization;
    this.http = http;
    this.url = url;
  }

  /**
   * Visits the page.
   *
   * @return empty where the page asks for nothing (any more), or where its reader leaves it at that
   * @throws IOException if the page or its form answers with an error
   */
  Optional<Outcome> make(String link, SamplePerson person, int seed, Instant now)
      throws IOException, InterruptedException {
    Document page = Jsoup.parse(get(link), url);
    Element form = page.selectFirst("main form[method=post]");
    if (form == null || isOverlooked(page, form, person)) {
      return Optional.empty();
    }
    if (link.contains("/q/")) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(READING.toMillis()));
    }
    Map<String, String> fields = new FormFilling(person, seed, now).fill(form);
    post(form.hasAttr("action") ? form.absUrl("action") : link, fields);
    return Optional.of(outcome(link, page, fields));
  }

  private boolean isOverlooked(Document page, Element form, SamplePerson reader) {
    boolean afterTheCourse =
        form.selectFirst("[name=heldOn]") != null && form.selectFirst("[name=basedOn]") != null;
    return afterTheCourse && about(page).filter(reader::overlooks).isPresent();
  }

  private Optional<SamplePerson> about(Document page) {
    return organization.namedIn(page.select("h1").text());
  }

  private Outcome outcome(String link, Document page, Map<String, String> fields) {
    if (link.contains("/q/")) {
      return new Outcome(Story.Deed.ANSWER, "answers a question");
    }
    if (link.contains("/talk/")) {
      String whom =
          about(page).map(learner -> "the talk with " + learner.firstName()).orElse("a talk");
      // Only the talk after the course is about a version of the plan.
      String when = fields.containsKey("basedOn") ? " after the course" : " before the course";
      return new Outcome(Story.Deed.TALK, "logs " + whom + when);
    }
    if (link.contains("/eval/")) {
      return new Outcome(Story.Deed.EVALUATION, "says what was applied");
    }
    if (fields.containsKey("goal")) {
      return new Outcome(Story.Deed.PLAN, "commits a plan: “" + fields.get("goal") + "”");
    }
    if (fields.containsKey("whyAttending")) {
      return new Outcome(Story.Deed.EXPECTATION, "says why they attend");
    }
    return new Outcome(Story.Deed.CHECK_IN, "says how the plan goes");
  }

  private String get(String link) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(link))
            .timeout(LIMIT)
            .header("Accept", "text/html")
            .build();
    return body(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private void post(String link, Map<String, String> fields)
      throws IOException, InterruptedException {
    String form =
        fields.entrySet().stream()
            .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(link))
            .timeout(LIMIT)
            .header("Accept", "text/html")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    body(http.send(request, HttpResponse.BodyHandlers.ofString()));
  }

  private static String body(HttpResponse<String> response) throws IOException {
    if (response.statusCode() >= 400) {
      throw new IOException("answer " + response.statusCode());
    }
    return response.body();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, UTF_8);
  }
}
