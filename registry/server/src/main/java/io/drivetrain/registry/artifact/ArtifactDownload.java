package io.drivetrain.registry.artifact;

import io.drivetrain.access.range.ByteRange;
import io.drivetrain.access.range.UnsatisfiableRangeException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.Optional;

/**
 * The HTTP answer that carries a file: streamed, in parts if asked, never rendered by a browser.
 */
final class ArtifactDownload {
  private ArtifactDownload() {}

  static Response respond(
      ArtifactPath path, ArtifactService.Download download, DownloadConditions conditions)
      throws IOException {
    var file = download.file();
    var etag = download.sha256().map(hash -> '"' + hash + '"');
    if (conditions.isKnownToClient(etag)) {
      file.close();
      return Response.notModified().header("ETag", etag.get()).build();
    }
    try {
      var part = ByteRange.parse(conditions.rangeOf(etag), file.size());
      return send(path, file, etag, part);
    } catch (UnsatisfiableRangeException nothing) {
      file.close();
      return Response.status(416).header("Content-Range", "bytes */" + file.size()).build();
    }
  }

  private static Response send(
      ArtifactPath path,
      ArtifactStore.Opened file,
      Optional<String> etag,
      Optional<ByteRange> part) {
    var range = part.orElse(new ByteRange(0, file.size()));
    StreamingOutput body =
        output -> {
          try (file) {
            file.copy(range.from(), range.length(), output);
          }
        };
    var response =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .type(FileType.of(path.fileName()))
            .header("Content-Length", range.length())
            .header("Accept-Ranges", "bytes")
            .header("Content-Disposition", Attachment.named(path.fileName()))
            .header("Content-Security-Policy", "sandbox; default-src 'none'");
    etag.ifPresent(value -> response.header("ETag", value));
    part.ifPresent(value -> response.header("Content-Range", value.contentRange(file.size())));
    return response.build();
  }
}
