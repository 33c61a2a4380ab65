/**
 * The generator of {@code data/cars.csv}: draws cars, prices them, and writes them down as sellers
 * do.
 */
package io.drivetrain.data.cars;
