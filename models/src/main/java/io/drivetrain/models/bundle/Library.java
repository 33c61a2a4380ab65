package io.drivetrain.models.bundle;

/** The library that a model was trained with. */
public record Library(String name, String version) {

  public Library {
    if (name == null || name.isBlank() || version == null || version.isBlank()) {
      throw new IllegalArgumentException("a library needs a name and a version");
    }
  }
}
