/**
 * What processes share through Redis. Knows nothing of models or HTTP: it keeps texts by name and
 * bytes by hash, and everything in it may be unavailable at any moment.
 */
package io.drivetrain.registry.client.redis;
