package io.drivetrain.registry.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What webhooks may do, and how patient they are. */
@ConfigMapping(prefix = "drivetrain.webhook")
public interface WebhookConfig {
  /**
   * 32 bytes in Base64 that encrypt the secrets in the database; the same for all replicas. Without
   * it webhooks work, but cannot have a secret.
   */
  Optional<String> key();

  /**
   * {@code host} or {@code host:port}, each of which may be called by plain HTTP and at a private
   * address. All other webhooks need HTTPS and an address of the public internet.
   */
  Optional<Set<String>> allowedHosts();

  /**
   * Between two looks of each replica for what is to be sent again; a second at least. New changes
   * are sent as soon as they are found ({@code drivetrain.events.poll-every}).
   */
  @WithDefault("1s")
  Duration pollEvery();

  /** After which an attempt counts as failed. */
  @WithDefault("30s")
  Duration timeout();

  /** How often a message is sent at most. */
  @WithDefault("6")
  int maxAttempts();

  /** Before the second attempt; four times as long before each further one. */
  @WithDefault("2s")
  Duration firstPause();

  /** How many messages one replica sends at a time. */
  @WithDefault("32")
  int parallel();
}
