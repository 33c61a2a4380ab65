/**
 * Posts to an address that somebody typed in, without letting it reach the inner network. What
 * stands in the headers is the business of the caller.
 */
package io.drivetrain.outbox.webhook;
