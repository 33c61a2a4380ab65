package io.drivetrain.registry.dataset;

import io.drivetrain.registry.protocol.Fields;

/**
 * Data that a run read, told apart by experiment, name and digest.
 *
 * @param schema JSON of the client's making; null when it sent none
 * @param profile likewise
 */
public record Dataset(
    String name, String digest, String sourceType, String source, String schema, String profile) {
  private static final int MAX_NAME = 500;
  private static final int MAX_DIGEST = 36;
  private static final int MAX_SOURCE_TYPE = 36;
  private static final int MAX_SOURCE = 65_535;
  private static final int MAX_SCHEMA = 1_048_575;
  private static final int MAX_PROFILE = 16_777_215;

  public Dataset {
    Fields.required("name", name);
    Fields.required("digest", digest);
    Fields.required("source_type", sourceType);
    Fields.required("source", source);
    Fields.maxLength("name", name, MAX_NAME);
    Fields.maxLength("digest", digest, MAX_DIGEST);
    Fields.maxLength("source_type", sourceType, MAX_SOURCE_TYPE);
    Fields.maxLength("source", source, MAX_SOURCE);
    Fields.maxLength("schema", schema, MAX_SCHEMA);
    Fields.maxLength("profile", profile, MAX_PROFILE);
  }
}
