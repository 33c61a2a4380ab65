/**
 * Claims steps, runs them under a lease and commits their results under its fence. The reaper
 * reclaims what dead workers held.
 */
package io.drivetrain.pipeline.engine.execution;
