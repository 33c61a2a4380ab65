package io.drivetrain.webui.savedview;

/** The database does not answer, or its tables are not ready yet: everything else goes on. */
public final class SavedViewsUnavailableException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  SavedViewsUnavailableException(Throwable cause) {
    super("The database of saved views is not available", cause);
  }
}
