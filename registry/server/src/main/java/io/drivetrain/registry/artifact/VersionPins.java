package io.drivetrain.registry.artifact;

import io.drivetrain.registry.model.VersionFile;
import io.drivetrain.registry.model.VersionFiles;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Pins the files of versions ({@code docs/adr/0021}): as they were uploaded, and not as they lie on
 * the disk. What was put there past this server counts from the moment that it is seen.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class VersionPins implements VersionFiles {
  /** A place with more is an experiment, not a model. */
  private static final int MAX_FILES = 10_000;

  private final ArtifactOwnership ownership;
  private final ArtifactFileRepository files;
  private final FileCheck check;
  private final PinRepository pins;

  VersionPins(
      ArtifactOwnership ownership,
      ArtifactFileRepository files,
      FileCheck check,
      PinRepository pins) {
    this.ownership = ownership;
    this.files = files;
    this.check = check;
    this.pins = pins;
  }

  @Override
  public List<VersionFile> check(String location) {
    var recorded = recorded(location);
    recorded.forEach(this::require);
    return relative(location, recorded);
  }

  @Override
  public void pin(long version, List<VersionFile> pinned) {
    if (!pinned.isEmpty()) {
      pins.pin(version, pinned);
    }
  }

  /** Of a version that is registered already: a damaged file is for those to find who load it. */
  void pinLate(long version, String location) {
    pin(version, relative(location, recorded(location)));
  }

  private List<RecordedFile> recorded(String location) {
    return place(location).map(this::recorded).orElse(List.of());
  }

  private static Optional<ArtifactPath> place(String location) {
    try {
      return ArtifactPath.inThisStore(location).filter(path -> !path.isRoot());
    } catch (RegistryException noPath) {
      // A client may store such a source, as in MLflow; no upload can have gone there.
      return Optional.empty();
    }
  }

  private List<RecordedFile> recorded(ArtifactPath place) {
    ownership.holdForRegistration(place);
    try {
      check.walk(place, this::record);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var recorded = files.below(place, MAX_FILES + 1);
    if (recorded.size() > MAX_FILES) {
      throw RegistryException.invalid(
          "'%s' holds more than %d files. Register the folder of a model."
              .formatted(place.value(), MAX_FILES));
    }
    return recorded;
  }

  /** Of files that came past this server, which has no hash of them yet. */
  private void record(ArtifactPath path) {
    try {
      if (!files.isKnown(path)) {
        check.content(path).ifPresent(content -> files.add(path, content));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void require(RecordedFile file) {
    try {
      check
          .difference(file)
          .ifPresent(difference -> {
            throw RegistryException.conflict(
                "The version cannot be registered: '%s' %s. Upload the file again."
                    .formatted(file.path(), difference));
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<VersionFile> relative(String location, List<RecordedFile> recorded) {
    return place(location)
        .map(place -> recorded.stream().map(file -> file.relativeTo(place)).toList())
        .orElse(List.of());
  }
}
