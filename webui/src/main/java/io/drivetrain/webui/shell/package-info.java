/** The frame of every page: navigation, language, colours, error pages. */
package io.drivetrain.webui.shell;
