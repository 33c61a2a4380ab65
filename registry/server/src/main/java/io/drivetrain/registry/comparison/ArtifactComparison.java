package io.drivetrain.registry.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.drivetrain.registry.artifact.ArtifactPath;
import io.drivetrain.registry.artifact.ArtifactService;
import io.drivetrain.registry.protocol.RegistryException;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Compares two files of the store by what they are: JSON, CSV, another text, or bytes. */
@ApplicationScoped
public class ArtifactComparison {
  private static final long MAX_BYTES = 4 << 20;

  private final ArtifactService artifacts;
  private final ObjectMapper mapper;

  ArtifactComparison(ArtifactService artifacts, ObjectMapper mapper) {
    this.artifacts = artifacts;
    this.mapper = mapper;
  }

  public ArtifactDifference compare(ArtifactPath leftPath, ArtifactPath rightPath)
      throws IOException {
    var left = read(leftPath);
    var right = read(rightPath);
    if (Arrays.equals(left, right)) {
      return new ArtifactDifference.Same(left.length);
    }
    var leftText = text(left);
    var rightText = text(right);
    if (leftText.isEmpty() || rightText.isEmpty()) {
      return new ArtifactDifference.OfBytes(left.length, right.length);
    }
    return compare(leftPath.fileName(), leftText.get(), rightText.get());
  }

  private ArtifactDifference compare(String fileName, String left, String right) {
    var name = fileName.toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv") || name.endsWith(".tsv")) {
      return TableComparison.compare(CsvTable.parse(left), CsvTable.parse(right));
    }
    if (name.endsWith(".json")) {
      var leftTree = tree(left);
      var rightTree = tree(right);
      if (leftTree.isPresent() && rightTree.isPresent()) {
        return JsonComparison.compare(leftTree.get(), rightTree.get());
      }
    }
    return TextComparison.compare(fileName, left, right);
  }

  private byte[] read(ArtifactPath path) throws IOException {
    try (var file = artifacts.open(path).file()) {
      if (file.size() > MAX_BYTES) {
        throw RegistryException.invalid(
            "'%s' has %d bytes; files of up to %d bytes are compared."
                .formatted(path.fileName(), file.size(), MAX_BYTES));
      }
      var bytes = new ByteArrayOutputStream();
      file.copy(0, file.size(), bytes);
      return bytes.toByteArray();
    }
  }

  /** Empty for what is not UTF-8, or holds a NUL, which no text does. */
  private static Optional<String> text(byte[] bytes) {
    try {
      return Optional.of(
              StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString())
          .filter(text -> text.indexOf('\0') < 0);
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Empty for what only looks like JSON by its name. */
  private Optional<JsonNode> tree(String text) {
    try {
      return Optional.of(mapper.readTree(text)).filter(tree -> !tree.isMissingNode());
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
