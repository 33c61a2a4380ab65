/** MLflow 3's logged models: what a run learned, with its metrics, before it is registered. */
package io.drivetrain.registry.client.loggedmodel;
