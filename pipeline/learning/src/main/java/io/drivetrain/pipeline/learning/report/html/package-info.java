/** The report of a run as an HTML page. Turns the record into texts and charts; decides nothing. */
package io.drivetrain.pipeline.learning.report.html;
