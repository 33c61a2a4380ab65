package io.drivetrain.registry.model;

import java.util.List;

/** Pins what versions are made of. Done beside the artifact store, which knows the files. */
public interface VersionFiles {

  /**
   * The files at a place, each compared with what was uploaded. None of them changes until the end
   * of the caller's transaction. None for a place of another store, or where nothing is stored.
   *
   * @throws io.drivetrain.registry.protocol.RegistryException naming a file that is not what was
   *     uploaded
   */
  List<VersionFile> check(String location);

  /** Keeps them as those of a version, in the caller's transaction. */
  void pin(long version, List<VersionFile> files);
}
