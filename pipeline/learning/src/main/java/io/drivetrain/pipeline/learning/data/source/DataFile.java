package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A copy of a file of training data, made by reading the file once from the first byte to the last.
 * What is decoded are the bytes that were hashed, whatever becomes of the file.
 *
 * @param name as the run named it, below the data folder; for messages
 * @param path of the copy, not compressed
 * @param encoding of the text; UTF-8 for Parquet
 * @param sha256 of the bytes of the file as it stands, 64 hexadecimal digits
 * @param bytes of the copy
 */
public record DataFile(
    String name, Path path, FileFormat format, TextEncoding encoding, String sha256, long bytes) {

  /** A text of so many bytes may be a bomb when it was packed too well. */
  private static final long SUSPICIOUS_BYTES = 256L << 20;

  private static final long MOST_UNPACKED_PER_BYTE = 200;

  /**
   * Copies a file, and unpacks one that gzip has packed.
   *
   * @param copy where to; it must not exist
   * @param declared the encoding that the definition says, null to find it
   * @throws UnusableDataException when it is empty, binary, or damaged
   */
  public static DataFile copy(String name, InputStream source, Path copy, TextEncoding declared)
      throws IOException {
    MessageDigest digest = sha256Digest();
    FileBytes bytes = new FileBytes();
    InputStream hashed = new BufferedInputStream(new DigestInputStream(source, digest));
    try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
      unpack(name, hashed, bytes, out);
    }
    hashed.transferTo(OutputStream.nullOutputStream());
    bytes.end();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (bytes.isParquet()) {
      return new DataFile(
          name, copy, FileFormat.PARQUET, TextEncoding.UTF_8, sha256, bytes.count());
    }
    refuseBinary(name, bytes, declared);
    return new DataFile(
        name,
        copy,
        FileFormat.CSV,
        declared == null ? bytes.encoding() : declared,
        sha256,
        bytes.count());
  }

  private static void unpack(String name, InputStream source, FileBytes bytes, OutputStream out)
      throws IOException {
    source.mark(4);
    byte[] start = source.readNBytes(4);
    source.reset();
    if (FileBytes.starts(start, 0x28, 0xB5, 0x2F, 0xFD)) {
      throw new UnusableDataException(
          name + " is packed with zstd. Unpack it, or pack it with gzip.");
    }
    if (!FileBytes.starts(start, 0x1F, 0x8B)) {
      transfer(source, bytes, out, () -> {});
      return;
    }
    long[] packed = {0};
    try (GZIPInputStream unpacked = new GZIPInputStream(counting(source, packed), 1 << 16)) {
      transfer(unpacked, bytes, out, () -> refuseBomb(name, bytes.count(), packed[0]));
    } catch (EOFException | ZipException damaged) {
      throw new UnusableDataException(
          name + " is a gzip file that is cut off or damaged. Pack it again.", damaged);
    }
  }

  private static void refuseBomb(String name, long unpacked, long packed) {
    if (unpacked > SUSPICIOUS_BYTES && unpacked / MOST_UNPACKED_PER_BYTE > packed) {
      throw new UnusableDataException(
          "%s unpacks to more than %d times its size, which no table does. Use the unpacked file."
              .formatted(name, MOST_UNPACKED_PER_BYTE));
    }
  }

  private static InputStream counting(InputStream source, long[] count) {
    return new FilterInputStream(source) {
      @Override
      public int read() throws IOException {
        int one = super.read();
        count[0] += one < 0 ? 0 : 1;
        return one;
      }

      @Override
      public int read(byte[] buffer, int offset, int length) throws IOException {
        int read = super.read(buffer, offset, length);
        count[0] += Math.max(0, read);
        return read;
      }

      /** The file is read on to its end behind the last packed byte. */
      @Override
      public void close() {}
    };
  }

  private static void transfer(
      InputStream source, FileBytes bytes, OutputStream out, Runnable check) throws IOException {
    byte[] buffer = new byte[1 << 16];
    for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
      out.write(buffer, 0, length);
      bytes.look(buffer, length);
      check.run();
    }
  }

  private static void refuseBinary(String name, FileBytes bytes, TextEncoding declared) {
    if (bytes.count() == 0) {
      throw new UnusableDataException(name + " is empty: it has no header line and no rows.");
    }
    if (bytes.isZip()) {
      throw new UnusableDataException(
          name + " is a zip or Excel file: export the sheet as CSV (UTF-8) and use that.");
    }
    boolean isWide = declared == TextEncoding.UTF_16LE || declared == TextEncoding.UTF_16BE;
    if (bytes.isBinary() && !isWide) {
      throw new UnusableDataException(
          "%s is not a CSV file: it holds binary data (a zero byte at offset %d). Use a CSV file in UTF-8, or a Parquet file; for UTF-16 without a byte order mark set 'source.encoding'."
              .formatted(name, bytes.firstZero()));
    }
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
