package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.engine.definition.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** What a file of the definition folder holds. */
sealed interface FileContent {
  /** Bytes; a definition of a hundred steps has some 20,000. */
  int LARGEST = 1_000_000;

  /** Tells it from what the file held before. */
  String hash();

  record Text(String text, String hash) implements FileContent {}

  /**
   * @param why for the person who put the file there
   */
  record Unusable(String why) implements FileContent {
    @Override
    public String hash() {
      return why;
    }
  }

  /** Reads no more than a definition may have. Empty when the file has just been removed. */
  static Optional<FileContent> of(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        return Optional.of(
            new Unusable("the file is too large; a definition may have at most 1,000,000 bytes"));
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(new Text(text, Sha256.hex(bytes)));
    } catch (NoSuchFileException removed) {
      return Optional.empty();
    } catch (CharacterCodingException notText) {
      return Optional.of(new Unusable("the file cannot be read as UTF-8 text"));
    } catch (IOException unreadable) {
      return Optional.of(
          new Unusable("the file cannot be read; check its permissions: " + unreadable));
    }
  }
}
