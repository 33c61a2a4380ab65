package io.drivetrain.webui.artifact;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * The files of tracking runs. What the registry refuses or does not answer is a {@link
 * io.drivetrain.webui.registry.RegistryCallException}; a path that leaves the run's files is an
 * IllegalArgumentException.
 */
@ApplicationScoped
@FailsAsRegistryException
public class ArtifactService {
  /** What a page shows of a text: more would be slow in a browser. */
  public static final long MAX_SHOWN_BYTES = 1 << 20;

  /** More than that is not listed at once. */
  static final int MAX_FILES = 10_000;

  private final RegistryClient registry;

  ArtifactService(RegistryClient registry) {
    this.registry = registry;
  }

  /**
   * Folders first, then by name.
   *
   * @param root the artifact URI of a run
   * @param folder empty for the root
   */
  public List<ArtifactEntry> list(String root, String folder) {
    return registry.artifacts().list(root, folder).stream()
        .map(file -> new ArtifactEntry(file.path(), file.directory(), file.sizeBytes()))
        .sorted(
            Comparator.comparing(ArtifactEntry::folder)
                .reversed()
                .thenComparing(ArtifactEntry::path))
        .toList();
  }

  /**
   * Every file, also those in folders; of very many, the first {@value #MAX_FILES}.
   *
   * @param folder empty for the root
   */
  public List<ArtifactEntry> files(String root, String folder) {
    List<ArtifactEntry> files = new ArrayList<>();
    Deque<String> folders = new ArrayDeque<>(List.of(folder));
    while (!folders.isEmpty() && files.size() < MAX_FILES) {
      for (ArtifactEntry entry : list(root, folders.pop())) {
        if (entry.folder()) {
          folders.push(entry.path());
        } else {
          files.add(entry);
        }
      }
    }
    return files.stream().sorted(Comparator.comparing(ArtifactEntry::path)).toList();
  }

  /** A text of up to {@link #MAX_SHOWN_BYTES}; what is no UTF-8 is marked in it. */
  public String text(String root, String path) {
    byte[] bytes = registry.artifacts().download(root, path, MAX_SHOWN_BYTES);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** Stores a file in another one, whatever its size. */
  void save(String root, String path, Path target) {
    registry.artifacts().download(root, path, target);
  }

  /** The artifact URI of a run. */
  String root(String run) {
    return registry.tracking().run(run).artifactUri();
  }
}
