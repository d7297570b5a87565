package org.followthrough.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The machine's own Chromium, without a window. */
final class Chromium implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
  private static final double PATIENCE_MILLIS = 60_000;
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");
  private static final String MISSING =
      "No Chromium on this machine: install the package chromium to run the browser tests";

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Playwright playwright, Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  /** Opens it. Without one the test is skipped, or fails where a browser is required. */
  static Chromium open() {
    Optional<Path> found = find();
    if (found.isEmpty() && "true".equals(System.getenv("FOLLOWTHROUGH_REQUIRE_BROWSER"))) {
      throw new AssertionError(MISSING);
    }
    Assumptions.assumeTrue(found.isPresent(), MISSING);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    var options =
        new BrowserType.LaunchOptions()
            .setExecutablePath(found.get())
            .setTimeout(PATIENCE_MILLIS)
            .setChromiumSandbox(!System.getProperty("user.name").equals("root"))
            .setArgs(QUIET);
    return new Chromium(playwright, playwright.chromium().launch(options));
  }

  private static Optional<Path> find() {
    return NAMES.stream()
        .flatMap(
            name ->
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                    .map(directory -> Path.of(directory, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** A fresh profile, as another person's browser. */
  BrowserContext person() {
    return browser.newContext(new Browser.NewContextOptions().setHasTouch(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
