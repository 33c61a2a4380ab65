package io.drivetrain.models.schema;

import java.util.List;

/**
 * What came of reading outside values.
 *
 * @param row refused and absent values are missing in it; usable only if {@code errors} is empty
 * @param errors in the order of the schema, then fields that it does not know
 * @param warnings in the order of the schema
 */
public record RowReading(Row row, List<FieldIssue> errors, List<FieldIssue> warnings) {

  public RowReading {
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
  }

  public boolean isUsable() {
    return errors.isEmpty();
  }
}
