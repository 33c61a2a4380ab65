/** Views of pages that somebody has given a name, in the database of the application. */
package io.drivetrain.webui.savedview;
