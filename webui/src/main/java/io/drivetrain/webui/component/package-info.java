/** Components, formats and links that the pages of several features share. */
package io.drivetrain.webui.component;
