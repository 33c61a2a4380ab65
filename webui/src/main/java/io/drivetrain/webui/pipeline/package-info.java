/** Pipelines: what can be run, its schedule and its latest runs. */
package io.drivetrain.webui.pipeline;
