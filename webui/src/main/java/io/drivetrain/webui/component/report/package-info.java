/**
 * Parts of a report of a run: metrics, gates, slices and the model card, wherever they are shown.
 */
package io.drivetrain.webui.component.report;
