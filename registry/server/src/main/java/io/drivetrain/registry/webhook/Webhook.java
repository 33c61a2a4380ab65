package io.drivetrain.registry.webhook;

import java.util.List;

/** A webhook on the wire, without its secret. Times are milliseconds since 1970. */
public record Webhook(
    String webhookId,
    String name,
    String description,
    String url,
    List<WebhookEvent> events,
    WebhookStatus status,
    long creationTimestamp,
    long lastUpdatedTimestamp) {}
