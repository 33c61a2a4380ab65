/**
 * What goes into a model and what comes out of it: the features with their types, units, ranges and
 * names, the target, and the one way from outside values (JSON, a CSV cell, a form) to a typed row.
 */
package io.drivetrain.models.schema;
