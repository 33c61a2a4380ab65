/** The pipeline service over HTTP: its calls and the records that it answers with. */
package io.drivetrain.webui.client;
