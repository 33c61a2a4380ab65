/**
 * Runs: create, log, search, delete, restore, with parameters, tags, inputs and outputs. Search and
 * ingestion are SQL, the run itself is an entity.
 */
package io.drivetrain.registry.run;
