/**
 * MLflow's REST conventions: request reading, field names, error bodies, health. What a client of
 * MLflow may rely on byte for byte.
 */
package io.drivetrain.registry.protocol;
