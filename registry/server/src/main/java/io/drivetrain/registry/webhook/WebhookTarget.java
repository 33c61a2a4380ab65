package io.drivetrain.registry.webhook;

import java.net.InetAddress;
import java.net.URI;

/**
 * Where a message goes.
 *
 * @param address the one that was checked; it is not looked up again
 */
record WebhookTarget(URI url, InetAddress address) {
  boolean isSecure() {
    return url.getScheme().equalsIgnoreCase("https");
  }

  int port() {
    if (url.getPort() >= 0) {
      return url.getPort();
    }
    return isSecure() ? 443 : 80;
  }

  String pathAndQuery() {
    var path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
  }
}
