/**
 * Data sets that runs logged as inputs, and their summaries by experiment. Stored once by name and
 * digest.
 */
package io.drivetrain.registry.dataset;
