package io.drivetrain.webui.prediction;

import io.drivetrain.models.bundle.ModelBundle;

/**
 * A model that is loaded, warm and answering.
 *
 * @param name of the registered model
 * @param version a decimal number, as the registry writes it
 * @param stage as the registry writes it: Production
 */
public record ServedModel(String name, String version, String stage, ModelBundle bundle) {}
