/** The page that compares runs: charts that narrow the choice, tables, histories, files. */
package io.drivetrain.webui.comparison.ui;
