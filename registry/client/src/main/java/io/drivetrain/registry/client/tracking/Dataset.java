package io.drivetrain.registry.client.tracking;

/**
 * Data that a run read. An experiment tells datasets apart by name and digest; source, schema and
 * profile are those of the first one that was logged.
 *
 * @param digest of the content, up to 36 characters
 * @param sourceType kind of the source: {@code local}, {@code http}, {@code code}
 * @param source where the data come from, usually JSON
 * @param schema JSON of the client's making, empty for none
 * @param profile likewise
 */
public record Dataset(
    String name, String digest, String sourceType, String source, String schema, String profile) {}
