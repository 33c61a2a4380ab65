/**
 * Texts of people and files: numbers as they are written, cleaned texts, the nearest known name.
 */
package io.drivetrain.models.text;
