package io.drivetrain.webui.model;

import io.drivetrain.models.bundle.BundleDescription;
import io.drivetrain.models.bundle.BundleException;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.MlflowModel;
import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.artifact.ArtifactFile;
import io.drivetrain.webui.registry.FailsAsRegistryException;
import io.drivetrain.webui.registry.RegistryCallException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The files of versions. Every method throws {@link RegistryCallException}. */
@ApplicationScoped
@FailsAsRegistryException
public class VersionFiles {
  /** A file that describes a model has a few kilobytes. */
  private static final long MOST_BYTES = 16L << 20;

  private final RegistryClient registry;

  VersionFiles(RegistryClient registry) {
    this.registry = registry;
  }

  /** What the small files say; the model itself is not fetched. */
  public VersionContent content(Version version) {
    String root = root(version.model(), version.number());
    List<String> names;
    try {
      names = registry.artifacts().list(root, "").stream().map(ArtifactFile::path).toList();
    } catch (IllegalArgumentException foreign) {
      return VersionContent.unreadable(foreign.getMessage());
    }
    Optional<MlflowModel> mlflow = Optional.empty();
    try {
      if (names.contains(MlflowModel.FILE)) {
        mlflow = Optional.of(MlflowModel.read(read(root, MlflowModel.FILE)));
      }
      return new VersionContent(bundle(root, names), mlflow, Optional.empty());
    } catch (BundleException damaged) {
      return new VersionContent(Optional.empty(), mlflow, Optional.of(damaged.getMessage()));
    }
  }

  /** Where the files of a version are: an artifact URI. */
  String root(String model, String number) {
    return registry.models().downloadUri(model, number);
  }

  private Optional<BundleDescription> bundle(String root, List<String> names) {
    if (!names.containsAll(BundleDescription.FILES)) {
      return Optional.empty();
    }
    Map<String, byte[]> files = new TreeMap<>();
    BundleDescription.FILES.forEach(name -> files.put(name, read(root, name)));
    return Optional.of(BundleReader.describe(files));
  }

  private byte[] read(String root, String name) {
    return registry.artifacts().download(root, name, MOST_BYTES);
  }
}
