package io.drivetrain.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at pages as people do: at a desk and on a phone, light and dark, in both languages. Keeps a
 * picture of each look and tells what is wrong.
 */
final class PageTour {
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  /** A connection that ended, which the page says in words and opens again. */
  private static final String CONNECTION = "net::ERR_";

  /** Vaadin's tabs have their tabs behind an element without a role. */
  private static final String TABS = "aria-required-children";

  private static final int ANIMATION_MILLIS = 1000;

  private static final String WIDEST =
      """
      () => [...document.querySelectorAll('body *')]
        .filter(e => e.getBoundingClientRect().right > innerWidth + 1)
        .slice(0, 3).map(e => e.tagName.toLowerCase() + '#' + e.id + '.' + e.className).join(', ')
      """;

  private final Chromium chromium;

  PageTour(Chromium chromium) {
    this.chromium = chromium;
  }

  /**
   * A page to look at.
   *
   * @param name of its pictures
   * @param ready selector of what is there once the page is complete
   */
  record Stop(String name, String url, String ready) {}

  /** How a person looks at it; the height is that of a screen, pictures are as long as the page. */
  private enum Look {
    DESK("fr-FR", 1400, 900, ColorScheme.LIGHT),
    DESK_DARK("en-GB", 1400, 900, ColorScheme.DARK),
    PHONE_DARK("fr-FR", 390, 844, ColorScheme.DARK),
    NARROW("fr-FR", 320, 640, ColorScheme.LIGHT);

    private final Browser.NewContextOptions options;

    Look(String language, int width, int height, ColorScheme scheme) {
      this.options =
          new Browser.NewContextOptions()
              .setLocale(language)
              .setViewportSize(width, height)
              .setColorScheme(scheme);
    }

    String suffix() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is wrong, a line each. */
  List<String> faults(List<Stop> stops) {
    List<String> faults = new ArrayList<>();
    for (Look look : Look.values()) {
      for (Stop stop : stops) {
        look(stop, look)
            .forEach(fault -> faults.add("%s %s: %s".formatted(stop.name(), look.suffix(), fault)));
      }
    }
    return faults;
  }

  private List<String> look(Stop stop, Look look) {
    List<String> faults = new ArrayList<>();
    Page page = chromium.page(look.options);
    try {
      page.onConsoleMessage(message -> {
        if (message.type().equals("error") && !message.text().contains(CONNECTION)) {
          faults.add("console: " + message.text());
        }
      });
      page.navigate(stop.url());
      page.locator(stop.ready()).first().waitFor();
      Chromium.awaitIdle(page);
      chromium.screenshot(page, stop.name() + "-" + look.suffix());
      if ((Boolean) page.evaluate("() => document.documentElement.scrollWidth > innerWidth + 1")) {
        faults.add("is wider than the screen: " + page.evaluate(WIDEST));
      }
      if (page.locator("body").innerText().contains("!{")) {
        faults.add("has a text that is not translated");
      }
      if (look == Look.DESK || look == Look.DESK_DARK) {
        faults.addAll(lastingly(page));
      }
    } finally {
      page.context().close();
    }
    return faults;
  }

  /** What is still so when no animation runs any more. */
  private static List<String> lastingly(Page page) {
    if (inaccessible(page).isEmpty()) {
      return List.of();
    }
    page.waitForTimeout(ANIMATION_MILLIS);
    return inaccessible(page);
  }

  private static List<String> inaccessible(Page page) {
    return new AxeBuilder(page)
        .disableRules(List.of(TABS)).analyze().getViolations().stream()
            .filter(rule -> SERIOUS.contains(rule.getImpact()))
            .map(PageTour::text)
            .toList();
  }

  private static String text(Rule rule) {
    return "axe %s (%s): %s"
        .formatted(rule.getId(), rule.getHelp(), rule.getNodes().getFirst().getHtml());
  }
}
