package io.drivetrain.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Chromium of this machine, headless and without its own traffic to the outside. */
final class Chromium implements AutoCloseable {
  private static final List<String> OFFLINE =
      List.of(
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync");

  private final Playwright playwright;
  private final Browser browser;

  Chromium() {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(new LaunchOptions().setExecutablePath(executable()).setArgs(OFFLINE));
  }

  /** Opens an address in a fresh profile whose browser prefers that language. */
  Page open(String url, String language) {
    Page page =
        page(new Browser.NewContextOptions().setLocale(language).setViewportSize(1400, 1000));
    page.navigate(url);
    return page;
  }

  /** An empty page in a fresh profile. */
  Page page(Browser.NewContextOptions options) {
    return browser.newContext(options).newPage();
  }

  /**
   * Types an entry of a list, and waits until the server has answered: it may change other fields.
   */
  static void choose(Page page, String input, String entry) {
    page.locator(input).fill(entry);
    page.locator(input).press("Enter");
    awaitIdle(page);
  }

  /** Waits until the server has answered all that the page has asked. */
  static void awaitIdle(Page page) {
    page.waitForFunction(
        "() => Object.values(window.Vaadin.Flow.clients).every(c => !c.isActive || !c.isActive())");
  }

  /** Keeps a picture of the page under {@code target/screenshots}. */
  void screenshot(Page page, String name) {
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots", name + ".png"))
            .setFullPage(true));
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }

  private static Path executable() {
    return Stream.of(
            System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"),
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() ->
            new IllegalStateException(
                "no Chromium found: install it (Debian: apt install chromium) or set CHROMIUM"));
  }
}
