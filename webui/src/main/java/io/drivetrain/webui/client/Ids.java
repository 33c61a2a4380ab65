package io.drivetrain.webui.client;

import java.util.regex.Pattern;

/** The ids of pipelines and steps. Nothing else gets into an address of the pipeline service. */
public final class Ids {
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private Ids() {}

  /** Returns the id itself; fails on what cannot be one. */
  public static String checked(String id) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("No pipeline or step has this id: " + id);
    }
    return id;
  }
}
