/**
 * Runs and their steps as stored: reading, locking, listing, waiting for changes. States know which
 * state may follow.
 */
package io.drivetrain.pipeline.engine.run;
