package io.drivetrain.pipeline.engine.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.drivetrain.pipeline.api.definition.DefinitionIssue;
import io.drivetrain.pipeline.engine.catalog.DefinitionReading.Refused;
import io.drivetrain.pipeline.engine.definition.PipelineDefinition;
import io.drivetrain.pipeline.engine.definition.StepKind;
import io.quarkus.runtime.configuration.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFolderTest {
  @TempDir Path parent;

  private Path folder;
  private DefinitionFolder definitions;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = Files.createDirectory(parent.resolve("definitions"));
    StepKind wait = () -> "wait";
    definitions = new DefinitionFolder(folder, new DefinitionReader(List.of(wait)));
  }

  @Test
  void namesTheFolderThatIsMissingAndTheVariableToSet() throws IOException {
    Files.delete(folder);

    assertThatThrownBy(() -> definitions.reread(DefinitionSet.EMPTY))
        .isInstanceOf(ConfigurationException.class)
        .hasNoCause()
        .hasMessage(
            "The definition folder %s cannot be read. Set DRIVETRAIN_DEFINITIONS to the folder that holds your pipelines' YAML files.",
            folder);
  }

  @Test
  void servesOnWhatAFolderHeldThatVanishesAndSaysSo() throws IOException {
    write("cars.yaml", "cars");
    DefinitionSet before = definitions.reread(DefinitionSet.EMPTY);

    Files.move(folder, parent.resolve("elsewhere"));
    DefinitionSet vanished = definitions.reread(before);

    assertThat(ids(vanished)).containsExactly("cars");
    assertThat(vanished.isUnreadable()).isTrue();
    assertThat(errors(vanished, folder.toString()))
        .containsExactly(
            "the definition folder cannot be read; the definitions read before stay active");
    assertThat(definitions.reread(vanished)).isSameAs(vanished);

    Files.move(parent.resolve("elsewhere"), folder);
    DefinitionSet back = definitions.reread(vanished);

    assertThat(ids(back)).containsExactly("cars");
    assertThat(back.isUnreadable()).isFalse();
    assertThat(back.refused()).isEmpty();
  }

  @Test
  void aFileThatVanishesTakesItsPipelineAlong() throws IOException {
    write("cars.yaml", "cars");
    write("flats.yaml", "flats");
    DefinitionSet before = definitions.reread(DefinitionSet.EMPTY);

    Files.delete(folder.resolve("cars.yaml"));

    assertThat(ids(definitions.reread(before))).containsExactly("flats");
  }

  @Test
  void aFileThatBecomesWrongServesWhatItHeld() throws IOException {
    write("cars.yaml", "cars");
    DefinitionSet before = definitions.reread(DefinitionSet.EMPTY);

    Files.writeString(folder.resolve("cars.yaml"), "id: [");
    DefinitionSet now = definitions.reread(before);

    assertThat(ids(now)).containsExactly("cars");
    assertThat(now.refused().getFirst().servedVersion())
        .contains(before.find("cars").orElseThrow().version());
  }

  @Test
  void ofTwoFilesWithOneIdTheFirstIsServedAndNamedWithItsLine() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), "# cars\n" + definition("cars"));
    write("b.yaml", "cars");

    DefinitionSet now = definitions.reread(DefinitionSet.EMPTY);

    assertThat(now.served()).containsOnlyKeys("a.yaml");
    assertThat(errors(now, "b.yaml"))
        .containsExactly(
            "'cars' is already the id of the pipeline in a.yaml:2, which stays active; choose another id");
  }

  @Test
  void whoIsServedKeepsTheIdThatAnEarlierFileComesWith() throws IOException {
    write("b.yaml", "cars");
    DefinitionSet before = definitions.reread(DefinitionSet.EMPTY);

    write("a.yaml", "cars");

    assertThat(definitions.reread(before).served()).containsOnlyKeys("b.yaml");
  }

  @Test
  void aFileThatTakesTheIdOfAnotherServesWhatItHeld() throws IOException {
    write("a.yaml", "cars");
    write("b.yaml", "flats");
    DefinitionSet before = definitions.reread(DefinitionSet.EMPTY);

    write("b.yaml", "cars");
    DefinitionSet now = definitions.reread(before);

    assertThat(ids(now)).containsExactly("cars", "flats");
    assertThat(now.refused()).extracting(Refused::file).containsExactly("b.yaml");
  }

  @Test
  void readsBothEndingsAndNothingElse() throws IOException {
    write("cars.yaml", "cars");
    write("flats.yml", "flats");
    write(".flats.yml", "hidden");
    write("notes.txt", "notes");
    Files.createDirectory(folder.resolve("folder.yaml"));

    DefinitionSet now = definitions.reread(DefinitionSet.EMPTY);

    assertThat(ids(now)).containsExactly("cars", "flats");
    assertThat(now.refused()).isEmpty();
  }

  @Test
  void refusesAFileThatIsTooLargeForADefinition() throws IOException {
    write("cars.yaml", "cars");
    Files.writeString(
        folder.resolve("large.yaml"), definition("large") + "#".repeat(FileContent.LARGEST));

    DefinitionSet now = definitions.reread(DefinitionSet.EMPTY);

    assertThat(ids(now)).containsExactly("cars");
    assertThat(errors(now, "large.yaml"))
        .containsExactly("the file is too large; a definition may have at most 1,000,000 bytes");
  }

  @Test
  void refusesAFileThatIsNoText() throws IOException {
    Files.write(folder.resolve("latin.yaml"), new byte[] {'a', (byte) 0xe9});

    assertThat(errors(definitions.reread(DefinitionSet.EMPTY), "latin.yaml"))
        .containsExactly("the file cannot be read as UTF-8 text");
  }

  private void write(String file, String id) throws IOException {
    Files.writeString(folder.resolve(file), definition(id));
  }

  private static String definition(String id) {
    return "id: " + id + "\nsteps: [{id: a, kind: wait}]\n";
  }

  private static List<String> ids(DefinitionSet set) {
    return set.all().stream().map(PipelineDefinition::id).sorted().toList();
  }

  private static List<String> errors(DefinitionSet set, String file) {
    return set.refused().stream()
        .filter(refused -> refused.file().equals(file))
        .flatMap(refused -> refused.errors().stream())
        .map(DefinitionIssue::message)
        .toList();
  }
}
