/** When pipelines start by themselves. */
package io.drivetrain.pipeline.api.schedule;
