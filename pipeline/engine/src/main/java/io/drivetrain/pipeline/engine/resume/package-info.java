/**
 * Resumes an ended run as a new run that reuses steps, and retries steps in place. Both decide from
 * the inputs and states of the steps.
 */
package io.drivetrain.pipeline.engine.resume;
