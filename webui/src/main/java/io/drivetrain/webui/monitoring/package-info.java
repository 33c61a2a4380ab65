/** Health and metrics of this application, under the names that dashboards know. */
package io.drivetrain.webui.monitoring;
