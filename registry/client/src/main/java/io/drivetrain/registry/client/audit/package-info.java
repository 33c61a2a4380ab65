/** The audit trail of our registry: who changed what, when and why. */
package io.drivetrain.registry.client.audit;
