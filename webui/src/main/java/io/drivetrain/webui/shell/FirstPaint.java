package io.drivetrain.webui.shell;

import io.drivetrain.webui.language.Language;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * What a page shows before the browser has loaded the user interface, which then takes its place.
 */
public interface FirstPaint {

  /**
   * @param path of the page, without a slash at its begin
   * @return empty for a page of others
   */
  Optional<Element> of(String path, Language language);
}
