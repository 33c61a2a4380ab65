package io.drivetrain.registry.artifact;

import io.drivetrain.registry.model.ModelName;
import io.drivetrain.registry.protocol.Refusal;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;

/** Tells loaders what the files are that they ask for. */
@ApplicationScoped
@Transactional
public class PinService {
  private static final int MAX_FILES = 10_000;

  private final PinRepository repository;
  private final VersionPins pins;
  private final ArtifactFileRepository files;

  PinService(PinRepository repository, VersionPins pins, ArtifactFileRepository files) {
    this.repository = repository;
    this.pins = pins;
    this.files = files;
  }

  /**
   * The pinned files of a version. One that was registered before versions had pins, or before its
   * files were stored, is pinned now.
   */
  public PinnedVersion ofVersion(String name, String version) {
    int number = ModelName.parseVersion(version);
    var found = require(repository.find(name, number), name, version);
    if (found.pinnedAt() == null) {
      found = require(repository.lock(name, number), name, version);
      pinUnlessPinned(found);
      found = require(repository.find(name, number), name, version);
    }
    return new PinnedVersion(
        name, version, found.location(), found.pinnedAt(), repository.files(found.id()));
  }

  private void pinUnlessPinned(PinRepository.Version version) {
    if (version.pinnedAt() == null) {
      pins.pinLate(version.id(), version.location());
    }
  }

  private static PinRepository.Version require(
      Optional<PinRepository.Version> version, String name, String number) {
    return version.orElseThrow(() -> Refusal.NO_VERSION.with(name, number));
  }

  /** What was uploaded to a folder, which may change as long as no version is made of it. */
  public RecordedFolder inFolder(String location) {
    var folder = ArtifactPath.ofUri(location);
    var found = files.below(folder, MAX_FILES + 1);
    if (found.size() > MAX_FILES) {
      throw RegistryException.invalid(
          "'%s' holds more than %d files. Ask for a folder in it."
              .formatted(folder.value(), MAX_FILES));
    }
    return new RecordedFolder(
        location, found.stream().map(file -> file.relativeTo(folder)).toList());
  }
}
