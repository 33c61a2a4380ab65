package io.drivetrain.webui.shell;

/** A view that can write what is entered in it into an address, to show it again from there. */
public interface KeepsEntries {

  /** The query of the address, {@code ?name=value...}. */
  String entriesAsQuery();
}
