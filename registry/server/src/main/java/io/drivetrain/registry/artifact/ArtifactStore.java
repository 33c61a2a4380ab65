package io.drivetrain.registry.artifact;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Where the bytes are. Nothing half-written is ever seen, also after a crash. */
public interface ArtifactStore {

  /** An upload, complete and safe on the medium, but not yet to be seen. Closing discards it. */
  interface Received extends Closeable {
    Content content();

    /** Shows the file under the path, in place of one that may be there. */
    void publish(ArtifactPath path) throws IOException;
  }

  /** A file that is open for reading. */
  interface Opened extends Closeable {
    long size();

    Instant modifiedAt();

    void copy(long offset, long length, OutputStream target) throws IOException;
  }

  /**
   * What was received.
   *
   * @param sha256 in lower-case hexadecimal digits
   */
  record Content(long size, String sha256, Instant modifiedAt) {}

  /**
   * A name in a folder.
   *
   * @param size in bytes; 0 for a folder
   */
  record Entry(String name, boolean isFolder, long size) {}

  /**
   * A part of an upload.
   *
   * @param number by which the parts are put in their order
   * @param sha256 of the bytes that count: a part may have been sent twice
   */
  record Part(long number, String sha256) {}

  Received receive(InputStream bytes) throws IOException;

  /** Begins an upload that comes in parts. Its id is nobody's to guess. */
  String beginParts() throws IOException;

  Part receivePart(String upload, long number, InputStream bytes) throws IOException;

  /** All bytes in the order of the numbers; the parts stay until they are abandoned. */
  Received joinParts(String upload, List<Part> parts) throws IOException;

  /** Forgets an upload and its parts. */
  void abandonParts(String upload) throws IOException;

  /** Empty where there is no file. */
  Optional<Opened> open(ArtifactPath path) throws IOException;

  /** Whether there is a file or a folder. */
  boolean exists(ArtifactPath path) throws IOException;

  /** Sorted by name; empty where there is no folder. */
  List<Entry> list(ArtifactPath folder) throws IOException;

  /** With everything below. Nothing there is no error. */
  void delete(ArtifactPath path) throws IOException;
}
