/** Viewers of the files of tracking runs: texts, tables, pictures, pages without scripts. */
package io.drivetrain.webui.component.artifact;
