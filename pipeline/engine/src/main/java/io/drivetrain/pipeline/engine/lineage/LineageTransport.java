package io.drivetrain.pipeline.engine.lineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.transports.ApiKeyTokenProvider;
import io.openlineage.client.transports.FileConfig;
import io.openlineage.client.transports.FileTransport;
import io.openlineage.client.transports.HttpConfig;
import io.openlineage.client.transports.HttpTransport;
import io.openlineage.client.transports.Transport;
import java.nio.file.Path;
import java.util.Optional;

/** The library's transport that the configuration asks for. */
final class LineageTransport {
  private static final int TIMEOUT_MILLIS = 10_000;

  private final Optional<Transport> transport;

  LineageTransport(LineageConfig config) {
    this.transport =
        switch (config.transport()) {
          case NONE -> Optional.empty();
          case FILE -> Optional.of(file(config));
          case HTTP -> Optional.of(http(config));
        };
  }

  boolean isOff() {
    return transport.isEmpty();
  }

  /** Throws what the library throws when the event did not arrive. */
  void emit(OpenLineage.RunEvent event) {
    transport.orElseThrow().emit(event);
  }

  private static Transport file(LineageConfig config) {
    Path file = config.file().orElseThrow(() -> missing("DRIVETRAIN_LINEAGE_FILE"));
    return new FileTransport(new FileConfig(file.toAbsolutePath().toString()));
  }

  private static Transport http(LineageConfig config) {
    HttpConfig http = new HttpConfig();
    http.setUrl(config.url().orElseThrow(() -> missing("DRIVETRAIN_LINEAGE_URL")));
    http.setTimeoutInMillis(TIMEOUT_MILLIS);
    config.endpoint().ifPresent(http::setEndpoint);
    config
        .apiKey()
        .ifPresent(key -> {
          ApiKeyTokenProvider token = new ApiKeyTokenProvider();
          token.setApiKey(key);
          http.setAuth(token);
        });
    return new HttpTransport(http);
  }

  private static IllegalStateException missing(String variable) {
    return new IllegalStateException("The lineage transport needs " + variable + ".");
  }
}
