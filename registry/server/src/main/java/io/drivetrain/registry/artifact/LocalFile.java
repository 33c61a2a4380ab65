package io.drivetrain.registry.artifact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Instant;

/** An open file of this machine, read a buffer at a time. */
record LocalFile(FileChannel channel, long size, Instant modifiedAt)
    implements ArtifactStore.Opened {
  private static final int BUFFER_BYTES = 64 * 1024;

  @Override
  public void copy(long offset, long length, OutputStream target) throws IOException {
    var buffer = ByteBuffer.allocate((int) Math.min(BUFFER_BYTES, Math.max(length, 1)));
    for (long done = 0; done < length; ) {
      buffer.clear().limit((int) Math.min(buffer.capacity(), length - done));
      int read = channel.read(buffer, offset + done);
      if (read < 0) {
        throw new IOException("The file became shorter while it was read");
      }
      target.write(buffer.array(), 0, read);
      done += read;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
