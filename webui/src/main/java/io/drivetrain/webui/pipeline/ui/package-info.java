/** The page of all pipelines, and of one pipeline with its runs. */
package io.drivetrain.webui.pipeline.ui;
