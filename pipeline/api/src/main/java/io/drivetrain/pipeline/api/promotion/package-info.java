/** What becomes of a version on its way into production. */
package io.drivetrain.pipeline.api.promotion;
