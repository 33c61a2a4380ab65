package io.drivetrain.registry.location;

import io.drivetrain.registry.protocol.Fields;
import io.drivetrain.registry.protocol.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * Which places are stored. All that MLflow's stores know are; refused is what climbs out of the
 * place it names, what carries credentials, what is no store, and a folder of a machine that the
 * operator has not allowed.
 */
@ApplicationScoped
public class LocationRules {
  private static final int MAX_LENGTH = 2048;
  private static final List<String> REFERENCES = List.of(StoreScheme.RUNS, StoreScheme.MODELS);

  private final List<Path> roots;

  LocationRules(LocationConfig config) {
    this.roots =
        config.roots().orElse(List.of()).stream()
            .map(root -> root.toAbsolutePath().normalize())
            .toList();
  }

  /** Where the files of a model version are, or a reference to them. */
  public void checkSource(String source) {
    Fields.maxLength("source", source, MAX_LENGTH);
    var uri = StoredUri.parse(source);
    if (uri.scheme().equals(StoreScheme.FILE) || uri.isPlain() && uri.isAbsolute()) {
      checkLocalSource(source, uri);
      return;
    }
    if (uri.hasCredentials()) {
      throw Refusal.UNSAFE_SOURCE.with(
          uri.masked(),
          "Leave the password or signature out: everyone who reads the registry would see it.");
    }
    if (uri.climbs() || uri.namesItsOwnFolder() || source.isBlank()) {
      throw Refusal.RELATIVE_SOURCE.with(source);
    }
    if (uri.isPlain()) {
      return;
    }
    if (!StoreScheme.isStore(uri.scheme())) {
      throw Refusal.UNSAFE_SOURCE.with(
          source, "Use one of the schemes " + StoreScheme.names(REFERENCES) + "." + rootsInWords());
    }
    if (!uri.isAbsolute() || uri.path().isEmpty()) {
      throw Refusal.RELATIVE_SOURCE.with(source);
    }
  }

  private void checkLocalSource(String source, StoredUri uri) {
    if (!isUnderARoot(uri)) {
      throw Refusal.LOCAL_SOURCE.with(source);
    }
  }

  /** Where an experiment's files go: empty when the client leaves it to the server. */
  public String checkedLocation(String location) {
    if (location == null || location.isEmpty()) {
      return "";
    }
    if (location.length() > MAX_LENGTH) {
      throw Refusal.LOCATION_TOO_LONG.with(MAX_LENGTH);
    }
    checkLocation(location, StoredUri.parse(location));
    return location;
  }

  private void checkLocation(String location, StoredUri uri) {
    if (uri.scheme().equals(StoreScheme.RUNS)) {
      throw Refusal.RUNS_LOCATION.with(location);
    }
    if (uri.scheme().equals(StoreScheme.FILE) || uri.isPlain() && uri.isAbsolute()) {
      if (!isUnderARoot(uri)) {
        throw Refusal.UNSAFE_LOCATION.with(
            location,
            "This server keeps no files in folders that a client names." + rootsInWords());
      }
      return;
    }
    if (!uri.hasCredentials() && uri.climbs()) {
      throw Refusal.UNSAFE_LOCATION.with(
          location, "Leave out '..', backslashes and control characters.");
    }
    if (uri.hasFragmentOrParameters()) {
      throw Refusal.LOCATION_WITH_FRAGMENT.with();
    }
    if (uri.hasCredentials()) {
      throw Refusal.UNSAFE_LOCATION.with(
          uri.masked(),
          "Leave the password or signature out: everyone who reads the registry would see it.");
    }
    boolean isStore =
        StoreScheme.isStore(uri.scheme())
            && !uri.scheme().equals(StoreScheme.MODELS)
            && uri.isAbsolute();
    if (!isStore && (!uri.isPlain() || location.isBlank())) {
      throw Refusal.UNSAFE_LOCATION.with(
          location,
          "Use one of the schemes " + StoreScheme.names(List.of()) + "." + rootsInWords());
    }
  }

  private boolean isUnderARoot(StoredUri uri) {
    try {
      return uri.localPath()
          .map(path -> Path.of(path).normalize())
          .filter(path -> roots.stream().anyMatch(path::startsWith))
          .isPresent();
    } catch (InvalidPathException notAPath) {
      return false;
    }
  }

  private String rootsInWords() {
    return roots.isEmpty()
        ? " Folders of a mount are accepted when the operator allows them with DRIVETRAIN_ARTIFACT_ROOTS."
        : " Folders are accepted below those that DRIVETRAIN_ARTIFACT_ROOTS names.";
  }
}
