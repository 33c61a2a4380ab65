/**
 * Client of the model registry: runs, artifacts, registered models, and the model source that
 * predictors read from. It speaks MLflow's REST protocol, so it works against any MLflow server
 * that proxies artifacts.
 */
package io.drivetrain.registry.client;
