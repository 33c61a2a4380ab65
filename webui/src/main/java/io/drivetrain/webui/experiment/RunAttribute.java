package io.drivetrain.webui.experiment;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What every run has, in the order of the columns. */
public enum RunAttribute {
  NAME("attributes.run_name"),
  STATUS("attributes.status"),
  /** When it began. */
  START("attributes.start_time"),
  /** From its start to its end, or until now. */
  DURATION("attributes.duration"),
  EXPERIMENT(""),
  /** Registered model versions that it made. */
  MODEL(""),
  /** What people wrote about it. */
  NOTE("tags.`mlflow.note.content`"),
  USER("tags.`mlflow.user`"),
  /** The run that it is nested in. */
  PARENT("tags.`mlflow.parentRunId`"),
  ID("attributes.run_id");

  private final String searchName;

  RunAttribute(String searchName) {
    this.searchName = searchName;
  }

  /** In MLflow's search language; empty where it cannot be searched by. */
  String searchName() {
    return searchName;
  }

  /** In addresses: {@code duration}. */
  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isNumber() {
    return this == START || this == DURATION;
  }

  static Optional<RunAttribute> of(String text) {
    return Arrays.stream(values()).filter(one -> one.text().equals(text)).findFirst();
  }
}
