/** Reports runs, attempts and their data as OpenLineage events. Off by default. */
package io.drivetrain.pipeline.engine.lineage;
