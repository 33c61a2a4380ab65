/** Databases of released programs, and of newer ones. */
package io.drivetrain.registry.upgrade;
