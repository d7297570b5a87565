package org.followthrough.booster.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page in a real browser. {@code -Danswer.pages=DIR} keeps pictures of it. */
@QuarkusTest
@WithStack(parts = "kafka, postgres", databases = "booster")
@EnabledIf("org.followthrough.booster.answer.Chromium#isInstalled")
class AnswerPageInBrowserTest {

  private static final Duration READING = Duration.ofSeconds(5);

  @Inject Stage stage;
  @Inject Database database;
  @Inject TestMachineTime machine;
  @Inject SettableClock clock;

  @TestHTTPResource("/")
  URI server;

  @Test
  void loadingWithScriptsShouldRecordNothingAndATapShouldRecordTheAnswer() throws Exception {
    Issued issued = stage.issue(Scene.random(), "en");
    try (var browser = new Chromium()) {
      browser.size(390, 844);
      browser.open(url(issued, issued.rightKey()));
      machine.pass(READING);
      browser.moveMouse();
      browser.evaluate("scrollTo(0, document.body.scrollHeight)");
      browser.evaluate("document.querySelector('#count button').click()");
      browser.evaluate("document.body.dispatchEvent(new Event('pointerdown', {bubbles: true}))");
      // Longer than the script waits before it posts what it took for a gesture.
      browser.awaitAge(Duration.ofSeconds(4));
      assertThat(browser.requests())
          .noneMatch(each -> each.startsWith("POST"))
          .allMatch(each -> each.contains(" " + server));
      assertThat(attempts(issued)).isZero();

      browser.tap(30, 30);
      awaitShown(browser, "counted");
      assertThat(hidden(browser, "count")).isTrue();
      assertThat(state(issued)).isEqualTo("answered");
      assertThat(attempts(issued)).isEqualTo(1);
      picture(browser, "right-counted-390");
    }
  }

  @Test
  void oneTapOnTheButtonShouldRecordTheAnswerWhenScriptsAreOff() throws Exception {
    Issued issued = stage.issue(Scene.random(), "en");
    try (var browser = new Chromium()) {
      browser.size(390, 844);
      browser.scripts(false);
      browser.open(url(issued, issued.wrongKey()));
      picture(browser, "wrong-noscript-390");
      machine.pass(READING);
      browser.tap(30, 30);
      assertThat(attempts(issued)).isZero();
      browser.tapOn("#count button");
      awaitAnswer(issued);
      browser.awaitLoad();
      picture(browser, "wrong-noscript-counted-390");
    }
  }

  @Test
  void personShouldCountAfterAMachineThatRunsScriptsAndPressesEveryButton() throws Exception {
    Issued issued = stage.issue(Scene.random(), "en");
    try (var browser = new Chromium()) {
      openAll(browser, issued);
      assertThat(attempts(issued)).isZero();
      for (String key : issued.keys()) {
        browser.open(url(issued, key));
        machine.pass(READING);
        if (browser.evaluate("!!document.querySelector('#count button')").asBoolean()) {
          long before = attempts(issued);
          browser.tapOn("#count button");
          Awaitility.await("the machine's post")
              .atMost(Duration.ofSeconds(60))
              .until(() -> attempts(issued) > before);
        }
      }
      browser.open(url(issued, "canary"));

      machine.pass(Duration.ofMinutes(10));
      browser.open(url(issued, issued.rightKey()));
      machine.pass(READING);
      browser.press("ArrowDown");
      awaitShown(browser, "counted");
      assertThat(answer(issued)).isEqualTo(issued.rightKey());
    }
  }

  private void openAll(Chromium browser, Issued issued) {
    for (String key : issued.keys()) {
      browser.open(url(issued, key));
      browser.moveMouse();
    }
  }

  @Test
  void answerShouldBeSentAgainByItselfWhenTheLineWasCut() throws Exception {
    Issued issued = stage.issue(Scene.random(), "de");
    try (var browser = new Chromium()) {
      browser.size(390, 844);
      browser.open(url(issued, issued.rightKey()));
      machine.pass(READING);
      browser.offline(true);
      browser.tap(30, 30);
      awaitShown(browser, "unsent");
      picture(browser, "unsent-de-390");
      browser.offline(false);
      awaitShown(browser, "counted");
      assertThat(attempts(issued)).isEqualTo(1);
    }
  }

  @Test
  void personShouldBeAskedToTapAgainWhenTakenForAMachine() throws Exception {
    Issued issued = stage.issue(Scene.random(), "en");
    try (var browser = new Chromium()) {
      browser.size(390, 844);
      browser.open(url(issued, issued.rightKey()));
      // By the server's clock no time has passed: faster than anybody reads.
      browser.tapOn("#count button");
      awaitShown(browser, "again");
      picture(browser, "again-390");
      machine.pass(READING);
      browser.tapOn("#count button");
      awaitShown(browser, "counted");
    }
  }

  @Test
  void pageShouldFitPhonesAndDesktops() throws Exception {
    Issued english = stage.issue(Scene.random(), "en", shoutingCustomer());
    Issued german = stage.issue(Scene.random(), "de", langeWoerter());
    Issued answered = stage.issue(Scene.random(), "en", shoutingCustomer());
    String right = english.key("“You are angry about the delay. What matters most to you now?”");
    String wrong = english.key("“Calm down, please.”");
    String counted = answered.key("“Calm down, please.”");
    try (var browser = new Chromium()) {
      browser.open(url(answered, counted));
      machine.pass(READING);
      browser.tap(30, 30);
      awaitShown(browser, "counted");
      for (int width : new int[] {390, 1024}) {
        browser.size(width, 900);
        show(browser, url(english, right), "right-" + width);
        show(browser, url(english, wrong), "wrong-" + width);
        show(browser, url(german, german.key("Nein")), "wrong-de-" + width);
        show(browser, url(answered, counted), "counted-" + width);
        show(
            browser,
            url(answered, answered.key("“I will get my supervisor.”")),
            "practice-" + width);
        show(browser, url(english, "canary"), "nothing-" + width);
        show(browser, url(english, right).substring(0, 60), "mangled-" + width);
      }
      Instant before = clock.instant();
      clock.advance(Duration.ofDays(12));
      try {
        for (int width : new int[] {390, 1024}) {
          browser.size(width, 900);
          show(browser, url(english, wrong), "expired-" + width);
          show(browser, url(german, german.key("Nein")), "expired-de-" + width);
        }
      } finally {
        clock.set(before);
      }
    }
  }

  private static Map<String, Object> shoutingCustomer() {
    return Map.of(
        "stem",
        "A customer shouts into the phone because the repair is two days late. You have not said"
            + " anything yet. What do you say first?",
        "options",
        List.of(
            Stage.option(
                "“You are angry about the delay. What matters most to you now?”",
                true,
                "You name what you hear and give back the lead. Most people lower their voice"
                    + " within two sentences, because they need not prove their anger any more."),
            Stage.option(
                "“Calm down, please.”",
                false,
                "Nobody has ever calmed down on being told to. It says that the anger is the"
                    + " problem, not the delay, and the next sentence gets louder."),
            Stage.option(
                "“I will get my supervisor.”",
                false,
                "It ends your call and begins another one, with the same anger and less time.")),
        "goodUse",
        "In your next difficult call, say in one sentence what happened to the other person before"
            + " you explain anything. Then wait.",
        "results",
        "Calls end sooner and are handed over less often: in the pilot, 4 minutes instead of 9.",
        "resources",
        List.of(
            Map.of("title", "The first minute: a one-page guide", "url", "https://example.org/a"),
            Map.of("title", "Video: two calls compared (3 min)", "url", "https://example.org/b")));
  }

  private static Map<String, Object> langeWoerter() {
    String word = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz".repeat(2);
    return Map.of(
        "stem",
        "Gilt das " + word + "?",
        "options",
        List.of(
            Stage.option("Ja, " + word, true, "Es gilt: " + word),
            Stage.option("Nein", false, "Doch, das " + word + " gilt.")),
        "goodUse",
        word,
        "resources",
        List.of(Map.of("title", word, "url", "https://example.org/" + word.replace("ü", "ue"))));
  }

  private void show(Chromium browser, String url, String name) throws Exception {
    browser.open(url);
    assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .as("%s has no sideways scrolling", name)
        .isTrue();
    picture(browser, name);
  }

  private static void picture(Chromium browser, String name) throws Exception {
    String directory = System.getProperty("answer.pages");
    if (directory != null) {
      browser.screenshot(Path.of(directory, name + ".png"));
    }
  }

  private static boolean hidden(Chromium browser, String id) {
    String shown = "document.getElementById('" + id + "').checkVisibility()";
    return !browser.evaluate(shown).asBoolean();
  }

  private static void awaitShown(Chromium browser, String id) {
    Awaitility.await(id)
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(hidden(browser, id)).isFalse());
  }

  private String state(Issued issued) {
    return column(issued, "state");
  }

  private String answer(Issued issued) {
    return column(issued, "choice");
  }

  private String column(Issued issued, String name) {
    return database
        .rows("SELECT " + name + " FROM boosters WHERE booster_id = $1", issued.boosterId())
        .get(0)
        .getString(0);
  }

  private void awaitAnswer(Issued issued) {
    database.awaitRow(
        "SELECT 1 FROM boosters WHERE booster_id = $1 AND state = 'answered'", issued.boosterId());
  }

  private long attempts(Issued issued) {
    return database.count(
        "SELECT count(*) FROM attempts WHERE booster_id = $1", issued.boosterId());
  }

  private String url(Issued issued, String option) {
    return server.resolve(stage.link(issued, option)).toString();
  }
}
