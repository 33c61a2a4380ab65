package io.drivetrain.webui.experiment;

/**
 * Which experiments to list.
 *
 * @param name a part of the name in any case; empty for all
 * @param shown whether those in the trash are listed
 */
public record ExperimentQuery(String name, Shown shown) {
  public static final ExperimentQuery ALL = new ExperimentQuery("", Shown.ACTIVE);

  /** In MLflow's search language. */
  String filter() {
    String part = name.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return part.isEmpty() ? "" : "name ILIKE " + SearchText.quoted("%" + part + "%");
  }
}
