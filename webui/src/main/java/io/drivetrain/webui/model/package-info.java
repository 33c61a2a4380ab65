/**
 * Registered models: their versions, what is in production and was before, and how that changes.
 */
package io.drivetrain.webui.model;
