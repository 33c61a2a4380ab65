package io.drivetrain.registry.event;

/** There are new entries in the audit trail, of this replica or of another one. */
public record ChangesFound() {}
