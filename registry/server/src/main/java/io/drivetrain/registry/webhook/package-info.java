/**
 * Webhook subscriptions of MLflow's protocol, and the messages that changes send. Delivery is the
 * outbox's business.
 */
package io.drivetrain.registry.webhook;
