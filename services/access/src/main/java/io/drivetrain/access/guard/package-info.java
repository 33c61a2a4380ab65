/**
 * The one request guard: which Host and Origin headers a request may have, checked before anything
 * else reads it.
 */
package io.drivetrain.access.guard;
