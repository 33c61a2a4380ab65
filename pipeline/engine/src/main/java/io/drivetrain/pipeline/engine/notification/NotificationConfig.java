package io.drivetrain.pipeline.engine.notification;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Who can be notified of runs. Nobody by default. */
@ConfigMapping(prefix = "drivetrain.notification")
public interface NotificationConfig {
  /**
   * Webhooks by name. Environment, for one named ops: DRIVETRAIN_NOTIFICATION_WEBHOOK_OPS_URL and
   * DRIVETRAIN_NOTIFICATION_WEBHOOK_OPS_SECRET.
   */
  Map<String, Webhook> webhook();

  /**
   * Mail addresses by name. Environment: DRIVETRAIN_NOTIFICATION_MAIL_TEAM_TO, separated by commas;
   * the server by QUARKUS_MAILER_HOST, QUARKUS_MAILER_FROM and the like.
   */
  Map<String, Mail> mail();

  /**
   * Whether webhooks may lead to addresses of this machine and of private networks. Off: an address
   * that was meant for the outside must not reach what is inside.
   */
  @WithDefault("false")
  boolean allowPrivateAddresses();

  /** A webhook. */
  interface Webhook {
    /** http or https. */
    URI url();

    /** With which messages are signed. Set it by the environment only. */
    String secret();
  }

  /** A group of readers. */
  interface Mail {
    /** Their addresses. */
    List<String> to();
  }
}
