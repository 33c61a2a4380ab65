package io.drivetrain.bench.registry;

import io.drivetrain.bench.Answer;
import io.drivetrain.bench.Request;
import io.drivetrain.bench.ServerClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Uploads large files to one folder. */
final class UploadWriter extends CrashWriter {
  private static final int FILE_BYTES = 8_000_000;

  private final String folder;

  UploadWriter(RegistryStack stack, String folder) {
    super(stack);
    this.folder = folder;
  }

  private String path(int n) {
    return folder + "/" + n;
  }

  private static String content(int n) {
    return Integer.toString(n % 10).repeat(FILE_BYTES);
  }

  @Override
  Request request(int n) {
    return RegistryRequests.upload(path(n), content(n).getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  void check() throws IOException {
    try (ServerClient client = stack.connect()) {
      for (int n = 0; n <= answered(); n++) {
        Answer file = client.sendAndKeep(RegistryRequests.download(path(n)));
        boolean isWhole = file.status() == 200 && file.body().equals(content(n));
        boolean isUnansweredAndAbsent = file.status() == 404 && n == answered();
        if (!isWhole && !isUnansweredAndAbsent) {
          throw new IOException(
              "%s: %d uploads were answered, but this one is not whole"
                  .formatted(path(n), answered()));
        }
      }
    }
  }
}
