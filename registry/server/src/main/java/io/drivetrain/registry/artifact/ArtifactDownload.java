package io.drivetrain.registry.artifact;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The HTTP answer that carries a file: streamed, in parts if asked, never rendered by a browser.
 */
final class ArtifactDownload {
  private static final Set<String> TEXT =
      Set.of("txt", "log", "json", "yaml", "yml", "csv", "tsv", "md", "py", "sql", "mlmodel");

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
    } catch (ByteRange.UnsatisfiableException e) {
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
            file.copy(range.first(), range.length(), output);
          }
        };
    var response =
        Response.status(part.isPresent() ? 206 : 200)
            .entity(body)
            .type(contentType(path.fileName()))
            .header("Content-Length", range.length())
            .header("Accept-Ranges", "bytes")
            .header("Content-Disposition", disposition(path.fileName()))
            .header("Content-Security-Policy", "sandbox; default-src 'none'");
    etag.ifPresent(value -> response.header("ETag", value));
    part.ifPresent(value -> response.header("Content-Range", value.contentRange(file.size())));
    return response.build();
  }

  private static String contentType(String fileName) {
    var extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    return TEXT.contains(extension) ? "text/plain" : "application/octet-stream";
  }

  /** RFC 6266: a plain name for old readers, the true one in UTF-8. */
  private static String disposition(String fileName) {
    var plain = fileName.replaceAll("[^ -~]|[\"%;]", "_");
    var exact = URLEncoder.encode(fileName, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + exact;
  }
}
