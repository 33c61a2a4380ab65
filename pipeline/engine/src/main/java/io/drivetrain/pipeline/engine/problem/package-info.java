/**
 * What can be wrong with a request to the pipeline, and a database that is away. How problems are
 * answered is the business of services/access.
 */
package io.drivetrain.pipeline.engine.problem;
