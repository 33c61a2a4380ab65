package io.drivetrain.access.guard;

import io.smallrye.config.ConfigMapping;
import java.util.Optional;
import java.util.Set;

/** Under which names an application may be called, and what its pages may run. */
@ConfigMapping(prefix = "drivetrain.http")
public interface GuardConfig {
  /**
   * Host names and addresses, without ports, under which people open the application; from {@code
   * DRIVETRAIN_ALLOWED_HOSTS}. An entry with a scheme ({@code https://ml.example:8443}) is also an
   * origin whose pages may call the application, for a proxy that passes another Host on. {@code *}
   * takes every name in a Host header; a page must then come from the very host that it calls.
   *
   * <p>An application that listens on loopback also answers to localhost, private addresses and the
   * names by which the applications of a stack call each other. One that other machines reach
   * answers to these entries only, and to localhost for connections from its own machine.
   */
  Optional<Set<String>> allowedHosts();

  /**
   * What {@code script-src} of the Content-Security-Policy has besides the application's own files
   * and inline scripts, such as {@code 'unsafe-eval'}. By default nothing.
   */
  Optional<String> scriptSources();
}
