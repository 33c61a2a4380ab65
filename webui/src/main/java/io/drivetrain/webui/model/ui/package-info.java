/** The pages of registered models and their versions. */
package io.drivetrain.webui.model.ui;
