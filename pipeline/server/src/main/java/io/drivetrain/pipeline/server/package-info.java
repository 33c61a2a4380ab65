/** The assembled pipeline: a program of its own beside the REST API of engine and learning. */
package io.drivetrain.pipeline.server;
