package org.followthrough.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person on our pages, who notices whatever a page should not do. */
final class Visit implements AutoCloseable {

  private static final List<Integer> WIDTHS = List.of(390, 1000);
  private static final double PATIENCE_MILLIS = 60_000;
  private static final String UNLABELLED =
      """
      () => [...document.querySelectorAll('input:not([type=hidden]), textarea, select')]
          .filter(each => !(each.labels && each.labels.length) && !each.getAttribute('aria-label')
              && !each.getAttribute('aria-labelledby'))
          .map(each => each.outerHTML)
      """;
  private static final String NAMELESS =
      """
      () => [...document.querySelectorAll('button, a[href]')]
          .filter(each => !each.textContent.trim() && !each.getAttribute('aria-label'))
          .map(each => each.outerHTML)
      """;
  private static final String DUPLICATE_IDS =
      """
      () => [...document.querySelectorAll('[id]')].map(each => each.id)
          .filter((id, at, all) => all.indexOf(id) !== at)
      """;
  private static final String TOO_WIDE =
      "() => document.documentElement.scrollWidth - document.documentElement.clientWidth";

  private final BrowserContext context;
  private final Page page;
  private final String url;
  private final List<String> complaints = new CopyOnWriteArrayList<>();

  Visit(BrowserContext context, String url) {
    this.context = context;
    this.url = url;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    context.setDefaultNavigationTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add("console: " + message.text());
          }
        });
    page.onPageError(error -> complaints.add("script: " + error));
    page.onRequest(
        request -> {
          if (!request.url().startsWith(url) && !request.url().startsWith("data:")) {
            complaints.add("third party: " + request.url());
          }
        });
  }

  Page page() {
    return page;
  }

  /** Opens a page that is there, and looks at how it is built. */
  Visit open(String address) {
    Response response = page.navigate(address.startsWith("http") ? address : url + address);
    assertThat(response.status()).as(address).isEqualTo(200);
    check();
    return this;
  }

  Visit fill(String field, String text) {
    page.locator("[name='" + field + "']").fill(text);
    return this;
  }

  Visit choose(String field, String value) {
    return tick(page.locator("input[name='" + field + "'][value='" + value + "']"));
  }

  /** Where the field's name has a part that is not known before. */
  Visit chooseFirst(String fieldStart, String value) {
    return tick(page.locator("input[name^='" + fieldStart + "'][value='" + value + "']").first());
  }

  private Visit tick(Locator box) {
    // The box itself may be drawn by its label.
    box.check(new Locator.CheckOptions().setForce(true));
    return this;
  }

  /** Sends the page's form, and expects to be told that it worked. */
  Visit send() {
    follow("main form[method=post] button:not([name])");
    assertThat(page.locator("main .error").count())
        .as(() -> page.locator("main").innerText())
        .isZero();
    assertThat(page.locator("main .good, main [role=status]").count())
        .as(() -> page.locator("main").innerText())
        .isPositive();
    check();
    return this;
  }

  /** Clicks the first such link or button, and waits for the page it leads to. */
  Visit follow(String selector) {
    // The page clicked on is loaded already, so its load state tells nothing about the next one;
    // and a form may lead to its own address, so neither does that.
    page.waitForNavigation(() -> page.locator(selector).first().click());
    return this;
  }

  String text() {
    return page.locator("main").innerText();
  }

  /** Takes a picture for people to look at, as a phone and as a screen shows it. */
  Visit picture(String name) {
    for (int width : WIDTHS) {
      page.setViewportSize(width, 900);
      Path file = Platform.target().resolve("screenshots/" + name + "-" + width + ".png");
      page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
      assertThat((Integer) page.evaluate(TOO_WIDE))
          .as("%s is too wide at %d", name, width)
          .isZero();
    }
    return this;
  }

  private void check() {
    assertThat(page.locator("html").getAttribute("lang")).as("language").isNotEmpty();
    assertThat(page.title()).as("title").isNotBlank();
    assertThat(page.locator("h1").count()).as("h1 on %s", page.title()).isEqualTo(1);
    assertThat((List<?>) page.evaluate(UNLABELLED)).as("fields without a label").isEmpty();
    assertThat((List<?>) page.evaluate(NAMELESS)).as("links and buttons without a name").isEmpty();
    assertThat((List<?>) page.evaluate(DUPLICATE_IDS)).as("ids used twice").isEmpty();
  }

  /** Ends the visit, which has to have been without a complaint. */
  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
