/**
 * The one HTTP connection to a registry: calls, retries, limits, errors, and the JSON they share.
 */
package io.drivetrain.registry.client.http;
