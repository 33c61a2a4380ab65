/** The one connection to the model registry and its cache, and how its calls fail. */
package io.drivetrain.webui.registry;
