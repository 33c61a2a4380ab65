/**
 * The real Postgres and Redis as child processes of a launcher, for a start without containers. A
 * server that a killed launcher left is found and stopped by its folder.
 */
package io.drivetrain.embedded;
