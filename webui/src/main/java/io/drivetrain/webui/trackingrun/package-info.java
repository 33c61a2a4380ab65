/** One tracking run: what it logged, read and made. */
package io.drivetrain.webui.trackingrun;
