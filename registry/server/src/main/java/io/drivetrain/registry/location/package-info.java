/**
 * The places that clients name for files: which are stored, and which are refused for safety. A
 * stored place outside of this server's store is never read.
 */
package io.drivetrain.registry.location;
