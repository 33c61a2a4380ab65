/** Passwords and keys that come by the environment. */
package io.drivetrain.access.secret;
