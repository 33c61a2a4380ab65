/**
 * What the pipeline says to other modules: the records of its REST documents and what steps
 * produce. Each is computed, stored, sent and drawn as this one type.
 */
package io.drivetrain.pipeline.api;
