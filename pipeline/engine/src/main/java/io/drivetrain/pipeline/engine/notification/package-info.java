/**
 * Webhooks and mails about runs. Definitions name targets, the configuration their addresses and
 * secrets.
 */
package io.drivetrain.pipeline.engine.notification;
