package io.drivetrain.registry.client.artifact;

import io.drivetrain.registry.client.http.Call;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;

/** Requests to the artifact store of the registry. */
final class ArtifactCalls {
  private static final String ARTIFACTS = "/api/2.0/mlflow-artifacts/artifacts";

  private ArtifactCalls() {}

  static Call list(ArtifactPath directory) {
    return new Call(
        "GET",
        ARTIFACTS + Call.query("path", directory.text()),
        "",
        BodyPublishers::noBody,
        Call.Kind.JSON,
        true);
  }

  static Call pinned(String name, String version) {
    return Call.getAt("/api/v1/model-versions/files", "name", name, "version", version);
  }

  static Call uploaded(String artifactUri) {
    return Call.getAt("/api/v1/artifacts/files", "location", artifactUri);
  }

  static Call download(ArtifactPath file) {
    return new Call(
        "GET",
        ARTIFACTS + "/" + file.encoded(),
        "",
        BodyPublishers::noBody,
        Call.Kind.TRANSFER,
        true);
  }

  static Call upload(ArtifactPath file, byte[] content) {
    return upload(file, () -> BodyPublishers.ofByteArray(content));
  }

  static Call upload(ArtifactPath file, Path content) {
    return upload(file, () -> BodyPublishers.ofFile(content));
  }

  private static Call upload(ArtifactPath file, Call.Body body) {
    return new Call(
        "PUT",
        ARTIFACTS + "/" + file.encoded(),
        "application/octet-stream",
        body,
        Call.Kind.TRANSFER,
        true);
  }
}
