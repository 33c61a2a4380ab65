/**
 * The registry in memory, for tests of whatever calls it, and the contract it shares with the
 * server.
 */
package io.drivetrain.registry.client.memory;
