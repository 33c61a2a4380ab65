/** Decisions of people. */
package io.drivetrain.pipeline.api.approval;
