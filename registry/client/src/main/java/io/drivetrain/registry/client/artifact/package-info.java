/** Files of runs and models in the registry's artifact store: list, download, upload. */
package io.drivetrain.registry.client.artifact;
