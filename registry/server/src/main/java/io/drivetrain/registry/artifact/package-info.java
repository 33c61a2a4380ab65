/**
 * The artifact store: files of runs and models, uploads in parts, downloads by range. Nothing shows
 * before it is complete, and no path leaves the store.
 */
package io.drivetrain.registry.artifact;
