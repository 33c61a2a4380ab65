package io.drivetrain.pipeline.learning.data.source;

/** What a data file is, told by its first bytes and never by its name. */
public enum FileFormat {
  CSV("CSV"),
  PARQUET("Parquet");

  private final String label;

  FileFormat(String label) {
    this.label = label;
  }

  /** For people. */
  public String label() {
    return label;
  }
}
