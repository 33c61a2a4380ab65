/** The languages of the pages and their texts. */
package io.drivetrain.webui.language;
