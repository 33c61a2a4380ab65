/**
 * A version on its way to production: staging, latency, the move of stage and alias, verification
 * where it is served, rollback.
 */
package io.drivetrain.pipeline.learning.promotion;
