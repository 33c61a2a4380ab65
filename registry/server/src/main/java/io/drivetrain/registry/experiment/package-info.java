/**
 * Experiments: create, search, rename, delete, restore. Deleting is soft; the trash purges later.
 */
package io.drivetrain.registry.experiment;
