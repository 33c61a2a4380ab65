package io.drivetrain.registry.artifact;

import io.drivetrain.registry.protocol.RegistryException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses an upload at the first byte beyond its limit. */
final class LimitedStream extends FilterInputStream {
  private final long limit;
  private long read;

  LimitedStream(InputStream bytes, long limit) {
    super(bytes);
    this.limit = limit;
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    count(next < 0 ? 0 : 1);
    return next;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int count = super.read(buffer, offset, length);
    count(Math.max(count, 0));
    return count;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > limit) {
      throw RegistryException.invalid(
          "The file is larger than %d bytes. Upload it to mlflow-artifacts/artifacts."
              .formatted(limit));
    }
  }
}
