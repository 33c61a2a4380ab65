package io.drivetrain.registry.evaluation;

import java.util.List;

/**
 * On the wire. Tags, schema and profile are JSON in a string, as MLflow sends them.
 *
 * @param schema the fields of the records with their types; null while there are no records
 * @param profile how many records there are; null while there are none
 * @param digest changes with the content
 * @param createdTime milliseconds since 1970
 * @param lastUpdateTime likewise
 * @param createdBy of the tag {@code mlflow.user}; null where there was none
 * @param lastUpdatedBy likewise
 */
public record EvaluationDataset(
    String datasetId,
    String name,
    String tags,
    String schema,
    String profile,
    String digest,
    long createdTime,
    long lastUpdateTime,
    String createdBy,
    String lastUpdatedBy,
    List<String> experimentIds) {}
