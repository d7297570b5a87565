package org.followthrough.booster.answer;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.followthrough.booster.Database;
import org.followthrough.booster.Issued;
import org.followthrough.booster.Scene;
import org.followthrough.booster.Stage;
import org.followthrough.kit.testing.SettableClock;
import org.followthrough.kit.testing.WithStack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The page in a real browser. {@code -Dbooster.pages=DIR} keeps pictures of it. */
@QuarkusTest
@WithStack(
    parts = {"kafka", "postgres"},
    databases = "booster")
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
      Awaitility.await()
          .pollDelay(Duration.ofSeconds(4))
          .untilAsserted(() -> assertThat(attempts(issued)).isZero());
      assertThat(browser.requests())
          .noneMatch(each -> each.startsWith("POST"))
          .allMatch(each -> each.contains(" " + server));

      browser.tap(30, 30);
      awaitAnswer(issued);
      Awaitility.await()
          .untilAsserted(
              () -> {
                assertThat(hidden(browser, "counted")).isFalse();
                assertThat(hidden(browser, "count")).isTrue();
              });
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
  void pageShouldFitPhonesAndDesktops() throws Exception {
    Issued english = stage.issue(Scene.random(), "en");
    Issued german = stage.issue(Scene.random(), "de");
    try (var browser = new Chromium()) {
      for (int width : new int[] {390, 1000}) {
        browser.size(width, 900);
        show(browser, url(english, english.rightKey()), "right-" + width);
        show(browser, url(english, english.wrongKey()), "wrong-" + width);
        show(browser, url(german, german.wrongKey()), "wrong-de-" + width);
        Instant before = clock.instant();
        clock.advance(Duration.ofDays(12));
        show(browser, url(english, english.wrongKey()), "expired-" + width);
        clock.set(before);
      }
    }
  }

  private void show(Chromium browser, String url, String name) throws Exception {
    browser.open(url);
    assertThat(browser.evaluate("document.documentElement.scrollWidth <= innerWidth").asBoolean())
        .as("%s has no sideways scrolling", name)
        .isTrue();
    picture(browser, name);
  }

  private static void picture(Chromium browser, String name) throws Exception {
    String directory = System.getProperty("booster.pages");
    if (directory != null) {
      browser.screenshot(Path.of(directory, name + ".png"));
    }
  }

  private static boolean hidden(Chromium browser, String id) {
    return browser.evaluate("document.getElementById('" + id + "').hidden").asBoolean();
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
