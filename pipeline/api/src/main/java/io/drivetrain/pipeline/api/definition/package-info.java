/** What is written in definitions of pipelines. */
package io.drivetrain.pipeline.api.definition;
