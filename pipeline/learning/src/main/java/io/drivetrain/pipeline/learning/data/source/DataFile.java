package io.drivetrain.pipeline.learning.data.source;

import io.drivetrain.pipeline.learning.data.definition.TextEncoding;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A copy of a file of training data, made by reading the file once from the first byte to the last.
 * What is decoded are the bytes that were hashed, whatever becomes of the file.
 *
 * @param name as the run named it, below the data folder; for messages
 * @param path of the copy
 * @param encoding of the text; UTF-8 for Parquet
 * @param sha256 of the bytes, 64 hexadecimal digits
 */
public record DataFile(
    String name, Path path, FileFormat format, TextEncoding encoding, String sha256, long bytes) {

  /**
   * Copies a file.
   *
   * @param copy where to; it must not exist
   * @param declared the encoding that the definition says, null to find it
   * @throws UnusableDataException when it is empty, binary, or not in the declared encoding
   */
  public static DataFile copy(String name, InputStream source, Path copy, TextEncoding declared)
      throws IOException {
    MessageDigest digest = sha256Digest();
    FileBytes bytes = new FileBytes();
    byte[] buffer = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(copy, StandardOpenOption.CREATE_NEW)) {
      for (int length = source.read(buffer); length >= 0; length = source.read(buffer)) {
        out.write(buffer, 0, length);
        digest.update(buffer, 0, length);
        bytes.look(buffer, length);
      }
    }
    bytes.end();
    String sha256 = HexFormat.of().formatHex(digest.digest());
    if (bytes.isParquet()) {
      return new DataFile(
          name, copy, FileFormat.PARQUET, TextEncoding.UTF_8, sha256, bytes.count());
    }
    refuseBinary(name, bytes);
    return new DataFile(
        name, copy, FileFormat.CSV, encoding(name, bytes, declared), sha256, bytes.count());
  }

  private static void refuseBinary(String name, FileBytes bytes) {
    if (bytes.count() == 0) {
      throw new UnusableDataException(name + " is empty: it has no header line and no rows.");
    }
    if (bytes.isZip()) {
      throw new UnusableDataException(
          name + " is a zip or Excel file: export the sheet as CSV (UTF-8) and use that.");
    }
    if (bytes.firstZero() >= 0) {
      throw new UnusableDataException(
          "%s is not a CSV file: it holds binary data (a zero byte at offset %d). Use a CSV file in UTF-8 or Latin-1, or a Parquet file."
              .formatted(name, bytes.firstZero()));
    }
  }

  private static TextEncoding encoding(String name, FileBytes bytes, TextEncoding declared) {
    if (declared == TextEncoding.UTF_8 && !bytes.isUtf8()) {
      throw new UnusableDataException(
          name + " is not UTF-8, as 'source.encoding' says. Save it as UTF-8, or set latin-1.");
    }
    if (declared != null) {
      return declared;
    }
    return bytes.isUtf8() ? TextEncoding.UTF_8 : TextEncoding.LATIN_1;
  }

  private static MessageDigest sha256Digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has SHA-256", impossible);
    }
  }
}
