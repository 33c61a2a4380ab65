/** One run: its state, its log, its report, and what people do to it. */
package io.drivetrain.webui.run;
