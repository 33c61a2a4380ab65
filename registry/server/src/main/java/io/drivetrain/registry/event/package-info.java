/**
 * Server-Sent Events of changes in the registry, as they are committed. One reader of the audit
 * feed serves every subscriber.
 */
package io.drivetrain.registry.event;
