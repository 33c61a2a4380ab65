/** Registered models and their versions, stages and aliases, and the conditions of a change. */
package io.drivetrain.registry.client.model;
