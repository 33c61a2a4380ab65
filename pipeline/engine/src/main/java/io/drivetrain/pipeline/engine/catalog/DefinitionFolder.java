package io.drivetrain.pipeline.engine.catalog;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Accepted;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.catalog.DefinitionSet.DefinitionText;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the definition folder and detects changes. */
final class DefinitionFolder {
  private static final List<Object> ID = List.of("id");

  private final Path folder;
  private final DefinitionReader reader;

  DefinitionFolder(Path folder, DefinitionReader reader) {
    this.folder = folder;
    this.reader = reader;
  }

  /**
   * What the folder holds now; the same object when nothing has changed. A file that became wrong
   * serves what it held before, and so does the whole folder when it cannot be read any more.
   *
   * @throws ConfigurationException when it cannot be read and nothing is served
   */
  DefinitionSet reread(DefinitionSet before) {
    Map<String, FileContent> files;
    try {
      files = files();
    } catch (IOException unreadable) {
      return missing(before);
    }
    Map<String, String> hashes =
        files.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, file -> file.getValue().hash()));
    if (hashes.equals(before.hashes())) {
      return before;
    }
    Map<String, DefinitionText> right = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    files.forEach((name, content) -> read(name, content, before, right, refused));
    refuseDoubles(before, right, refused);
    return new DefinitionSet(hashes, right, refused);
  }

  private DefinitionSet missing(DefinitionSet before) {
    if (before.served().isEmpty()) {
      // At start Quarkus prints this one line and ends; with a cause it would print the cause.
      throw new ConfigurationException(
          "The definition folder %s cannot be read. Set DRIVETRAIN_DEFINITIONS to the folder that holds your pipelines' YAML files."
              .formatted(folder.toAbsolutePath()));
    }
    return before.unreadable(
        folder.toAbsolutePath().toString(),
        "the definition folder cannot be read; the definitions read before stay active");
  }

  private void read(
      String name,
      FileContent content,
      DefinitionSet before,
      Map<String, DefinitionText> right,
      List<Refused> refused) {
    switch (content) {
      case FileContent.Unusable(String why) ->
          keep(
              new Refused(name, List.of(new DefinitionIssue(1, 1, "", why))),
              before,
              right,
              refused);
      case FileContent.Text(String text, String _) -> {
        switch (reader.read(name, text)) {
          case Accepted accepted ->
              right.put(name, new DefinitionText(accepted.definition(), text));
          case Refused wrong -> keep(wrong, before, right, refused);
        }
      }
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
      refuseDouble(file, owners, before, right, refused);
    }
  }

  private static void refuseDouble(
      String file,
      Map<String, String> owners,
      DefinitionSet before,
      Map<String, DefinitionText> right,
      List<Refused> refused) {
    DefinitionText wrong = right.remove(file);
    String id = wrong.definition().id();
    DefinitionText owner = right.get(owners.get(id));
    String message =
        "'%s' is already the id of the pipeline in %s:%d, which stays active; choose another id"
            .formatted(id, owners.get(id), new YamlPositions(owner.text()).issue(ID, "").line());
    Refused refusal =
        new Refused(file, List.of(new YamlPositions(wrong.text()).issue(ID, message)));
    DefinitionText earlier = before.served().get(file);
    if (earlier == null || owners.containsKey(earlier.definition().id())) {
      refused.add(refusal);
    } else {
      keep(refusal, before, right, refused);
    }
  }

  private Map<String, FileContent> files() throws IOException {
    try (Stream<Path> paths = Files.list(folder)) {
      Map<String, FileContent> files = new TreeMap<>();
      for (Path path : paths.filter(DefinitionFolder::isDefinition).toList()) {
        FileContent.of(path)
            .ifPresent(content -> files.put(path.getFileName().toString(), content));
      }
      return files;
    }
  }

  /** Not what editors and mounts leave beside: their names begin with a full stop. */
  private static boolean isDefinition(Path path) {
    String name = path.getFileName().toString();
    boolean named = name.endsWith(".yaml") || name.endsWith(".yml");
    return named && !name.startsWith(".") && Files.isRegularFile(path);
  }
}
