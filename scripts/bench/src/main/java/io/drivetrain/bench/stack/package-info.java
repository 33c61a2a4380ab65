/** Breaks a whole local stack under load, and starts it on a busy machine. */
package io.drivetrain.bench.stack;
