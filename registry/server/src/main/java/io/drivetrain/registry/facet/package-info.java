/** What a set of runs has in common: counts and ranges of parameters, tags and metrics. */
package io.drivetrain.registry.facet;
