/** Gates: what was measured against which bounds, slices and golden records included. */
package io.drivetrain.pipeline.api.gate;
