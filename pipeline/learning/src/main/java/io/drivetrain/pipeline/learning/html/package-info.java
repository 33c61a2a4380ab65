/**
 * HTML files that outlive the web application: one layout, charts of XChart as inline SVG, texts
 * and numbers in English or French. Knows no report.
 */
package io.drivetrain.pipeline.learning.html;
