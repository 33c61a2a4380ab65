package io.drivetrain.access.page;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** The web application, as people reach it. */
@ConfigMapping(prefix = "drivetrain.pages")
public interface PageConfig {
  /**
   * Its address, {@code https://ml.example}; from {@code WEBUI_URI}. Empty: the host that was
   * called, at {@link #port}.
   */
  Optional<URI> uri();

  /** Its port, where no address is set. */
  @WithDefault("8501")
  int port();

  /**
   * The page that a person looks for who opens this application: {@code /experiments}. Empty:
   * nobody is sent anywhere.
   */
  Optional<String> home();
}
