/** Tracking runs beside each other: what differs, which are chosen, how their metrics went. */
package io.drivetrain.webui.comparison;
