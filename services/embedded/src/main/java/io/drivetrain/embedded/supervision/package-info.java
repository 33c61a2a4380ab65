/**
 * Keeps the processes of a stack running. The folder {@code run} says what is wanted, a file for
 * each service; a service that ends is started again, by itself and with a pause that grows.
 */
package io.drivetrain.embedded.supervision;
