/** The one connection to the model registry and its cache. */
package io.drivetrain.webui.registry;
