package io.drivetrain.access.guard;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Under which names an application may be called; DRIVETRAIN_ALLOWED_HOSTS for all of them. */
@ConfigMapping(prefix = "drivetrain.http")
public interface GuardConfig {
  /**
   * Host names, without ports, besides localhost, private addresses and the names by which the
   * applications of a stack call each other (mlflow, registry, pipeline, webui). {@code *} takes
   * every name in a Host header; a page must then come from the very host that it calls.
   */
  Optional<Set<String>> allowedHosts();
}
