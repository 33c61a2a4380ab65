/**
 * Creates runs: starts, queues or refuses them, once per idempotency key. Also previews what a
 * request would do.
 */
package io.drivetrain.pipeline.engine.launch;
