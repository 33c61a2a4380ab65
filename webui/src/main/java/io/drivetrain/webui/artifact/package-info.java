/** Files of tracking runs: what there is, what a page shows of them, downloads. */
package io.drivetrain.webui.artifact;
