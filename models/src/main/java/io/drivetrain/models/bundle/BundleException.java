package io.drivetrain.models.bundle;

/**
 * A bundle that cannot be used. The message names the file and the place in it (byte offset, or
 * JSON pointer), what is wrong there and what to do. Safe to show: it quotes nothing long from the
 * file.
 */
public final class BundleException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String file;

  private BundleException(String file, String message, Throwable cause) {
    super(message, cause);
    this.file = file;
  }

  /** Name of the file within the bundle; empty when the bundle as a whole is wrong. */
  public String file() {
    return file;
  }

  static BundleException at(String file, String place, String wrong, String remedy) {
    return at(file, place, wrong, remedy, null);
  }

  static BundleException at(
      String file, String place, String wrong, String remedy, Throwable cause) {
    String where = place.isEmpty() ? file : file + " at " + place;
    return new BundleException(file, where + ": " + wrong + ". " + remedy, cause);
  }

  /** Of a format or version that only a newer Drivetrain reads. */
  static BundleException newer(String file, String place, String found, int newest) {
    return at(
        file,
        place,
        found + ", but this version reads up to " + newest,
        "Update Drivetrain here, or publish the model again with this version");
  }

  static BundleException whole(String wrong, String remedy) {
    return new BundleException("", "bundle: " + wrong + ". " + remedy, null);
  }
}
