package io.drivetrain.registry.webhook;

import io.drivetrain.outbox.webhook.PrivateAddressException;
import io.drivetrain.outbox.webhook.WebhookTarget;
import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the address of a webhook's URL, and refuses those that would let a stranger reach the inner
 * network through this server.
 */
@ApplicationScoped
class WebhookTargets {
  private static final int MAX_URL = 2048;

  private final Set<String> allowedHosts;

  WebhookTargets(WebhookConfig config) {
    this.allowedHosts = config.allowedHosts().orElse(Set.of());
  }

  /** A host that the operator trusts may be known by its name only where the message is sent. */
  void check(String url) {
    if (!isAllowed(checked(url))) {
      resolve(url);
    }
  }

  private URI checked(String url) {
    Fields.maxLength("url", url, MAX_URL);
    if (url.isBlank()) {
      throw Refusal.WEBHOOK_WITHOUT_URL.with();
    }
    var uri = parse(url);
    if (!uri.getScheme().equalsIgnoreCase("https") && !isAllowed(uri)) {
      throw Refusal.WEBHOOK_SCHEME.with(uri.getScheme());
    }
    return uri;
  }

  WebhookTarget resolve(String url) {
    var uri = checked(url);
    boolean allowed = isAllowed(uri);
    try {
      return WebhookTarget.find(uri, allowed, InetAddress::getAllByName);
    } catch (PrivateAddressException e) {
      throw invalid(url, "it leads to a private or reserved address");
    } catch (UnknownHostException e) {
      throw invalid(url, "its host has no address");
    } catch (IOException e) {
      throw invalid(url, "it is not a URL of the web");
    }
  }

  private static URI parse(String url) {
    try {
      var uri = new URI(url);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      if (!scheme.equals("https") && !scheme.equals("http")) {
        throw Refusal.WEBHOOK_SCHEME.with(scheme);
      }
      if (uri.getHost() == null || uri.getRawUserInfo() != null) {
        throw invalid(url, "it needs a host, and no user or password");
      }
      return uri;
    } catch (URISyntaxException e) {
      throw invalid(url, "it is not a URL");
    }
  }

  private boolean isAllowed(URI uri) {
    var host = uri.getHost().toLowerCase(Locale.ROOT);
    return allowedHosts.contains(host) || allowedHosts.contains(host + ":" + uri.getPort());
  }

  private static RegistryException invalid(String url, String problem) {
    return RegistryException.invalid("Invalid webhook URL '%s': %s.".formatted(url, problem));
  }
}
