package io.drivetrain.pipeline.definition;

import io.drivetrain.pipeline.definition.DefinitionReading.Accepted;
import io.drivetrain.pipeline.definition.DefinitionReading.Refused;
import io.drivetrain.pipeline.definition.DefinitionSet.DefinitionText;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the definition folder, again and again. */
final class DefinitionFolder {
  private final Path folder;
  private final DefinitionReader reader;

  DefinitionFolder(Path folder, DefinitionReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  /**
   * What the folder holds now; the same object when nothing has changed. A file that became wrong
   * serves what it held before.
   */
  DefinitionSet reread(DefinitionSet before) {
    Map<String, byte[]> files = files();
    Map<String, String> hashes =
        files.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, file -> Sha256.hex(file.getValue())));
    if (hashes.equals(before.hashes())) {
      return before;
    }
    Map<String, DefinitionText> right = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    files.forEach((name, bytes) -> read(name, bytes, before, right, refused));
    refuseDoubles(before, right, refused);
    return new DefinitionSet(hashes, right, refused);
  }

  private void read(
      String name,
      byte[] bytes,
      DefinitionSet before,
      Map<String, DefinitionText> right,
      List<Refused> refused) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      switch (reader.read(name, text)) {
        case Accepted accepted -> right.put(name, new DefinitionText(accepted.definition(), text));
        case Refused wrong -> keep(wrong, before, right, refused);
      }
    } catch (CharacterCodingException notText) {
      String message = "the file cannot be read as UTF-8 text";
      List<DefinitionIssue> issues = List.of(new DefinitionIssue(1, 1, "", message));
      keep(new Refused(name, issues), before, right, refused);
    }
  }

  private static void keep(
      Refused wrong,
      DefinitionSet before,
      Map<String, DefinitionText> right,
      List<Refused> refused) {
    DefinitionText earlier = before.served().get(wrong.file());
    if (earlier == null) {
      refused.add(wrong);
      return;
    }
    right.put(wrong.file(), earlier);
    refused.add(wrong.serving(earlier.definition()));
  }

  /** Of two files with one id the one that is served already stays, or the first. */
  private static void refuseDoubles(
      DefinitionSet before, Map<String, DefinitionText> right, List<Refused> refused) {
    Map<String, String> owners = new LinkedHashMap<>();
    right.forEach((file, definition) -> {
      String id = definition.definition().id();
      if (before.serves(file, id)) {
        owners.put(id, file);
      } else {
        owners.putIfAbsent(id, file);
      }
    });
    List<String> doubles =
        right.keySet().stream()
            .filter(file -> !owners.get(right.get(file).definition().id()).equals(file))
            .toList();
    for (String file : doubles) {
      DefinitionText wrong = right.remove(file);
      String id = wrong.definition().id();
      String message =
          "%s defines pipeline '%s' already; give this one another id"
              .formatted(owners.get(id), id);
      refused.add(
          new Refused(
              file, List.of(new YamlPositions(wrong.text()).issue(List.of("id"), message))));
    }
  }

  private Map<String, byte[]> files() {
    try (Stream<Path> paths = Files.list(folder)) {
      Map<String, byte[]> files = new TreeMap<>();
      for (Path path : paths.filter(path -> path.toString().endsWith(".yaml")).toList()) {
        read(path, files);
      }
      return files;
    } catch (IOException unreadable) {
      // At start Quarkus prints this one line and ends; with a cause it would print the cause.
      throw new ConfigurationException(
          "The definition folder %s cannot be read. Set DRIVETRAIN_DEFINITIONS to the folder of your pipelines' YAML files."
              .formatted(folder.toAbsolutePath()));
    }
  }

  private static void read(Path path, Map<String, byte[]> files) throws IOException {
    try {
      files.put(path.getFileName().toString(), Files.readAllBytes(path));
    } catch (NoSuchFileException removed) {
      return; // between the listing and now
    }
  }
}
