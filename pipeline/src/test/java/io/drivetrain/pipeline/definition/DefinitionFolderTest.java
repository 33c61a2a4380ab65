package io.drivetrain.pipeline.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefinitionFolderTest {
  @TempDir Path folder;

  private final DefinitionReader reader = new DefinitionReader(List.<StepKind>of(() -> "report"));

  @Test
  void readsEveryYamlFileInTheOrderOfTheirNames() throws IOException {
    write("b.yaml", pipeline("boats"));
    write("a.yaml", pipeline("cars"));
    write("notes.txt", "no definition");

    assertThat(reread(DefinitionSet.EMPTY).all())
        .extracting(PipelineDefinition::id)
        .containsExactly("cars", "boats");
  }

  @Test
  void changesNothingWhileTheFilesAreTheSame() throws IOException {
    write("a.yaml", pipeline("cars"));
    DefinitionSet before = reread(DefinitionSet.EMPTY);

    write("a.yaml", pipeline("cars"));

    assertThat(reread(before)).isSameAs(before);
  }

  @Test
  void servesANewVersion() throws IOException {
    write("a.yaml", pipeline("cars"));
    DefinitionSet before = reread(DefinitionSet.EMPTY);

    write("a.yaml", pipeline("cars") + "label: New\n");
    DefinitionSet now = reread(before);

    assertThat(now.find("cars").orElseThrow().label()).isEqualTo("New");
    assertThat(now.find("cars").orElseThrow().version())
        .isNotEqualTo(before.find("cars").orElseThrow().version());
  }

  @Test
  void aFileThatBecameWrongServesWhatItHeld() throws IOException {
    write("a.yaml", pipeline("cars"));
    write("b.yaml", pipeline("boats"));
    DefinitionSet before = reread(DefinitionSet.EMPTY);

    write("a.yaml", pipeline("cars") + "lable: New\n");
    DefinitionSet wrong = reread(before);
    DefinitionSet stillWrong = reread(wrong);
    write("a.yaml", pipeline("cars") + "label: New\n");
    DefinitionSet right = reread(wrong);

    assertThat(wrong.all()).isEqualTo(before.all());
    assertThat(wrong.refused()).hasSize(1);
    assertThat(wrong.refused().getFirst().errors().getFirst().text("a.yaml"))
        .startsWith("a.yaml:5:1: lable: unknown key");
    assertThat(wrong.refused().getFirst().servedVersion())
        .contains(before.find("cars").orElseThrow().version());
    assertThat(stillWrong).isSameAs(wrong);
    assertThat(right.refused()).isEmpty();
    assertThat(right.find("cars").orElseThrow().label()).isEqualTo("New");
  }

  @Test
  void forgetsAFileThatIsGone() throws IOException {
    write("a.yaml", pipeline("cars"));
    write("b.yaml", pipeline("boats"));
    DefinitionSet before = reread(DefinitionSet.EMPTY);

    Files.delete(folder.resolve("a.yaml"));

    assertThat(reread(before).all()).extracting(PipelineDefinition::id).containsExactly("boats");
  }

  @Test
  void refusesTheSecondFileOfOneId() throws IOException {
    write("a.yaml", pipeline("cars"));
    write("b.yaml", "label: Other\n" + pipeline("cars"));

    DefinitionSet read = reread(DefinitionSet.EMPTY);

    assertThat(read.all()).extracting(PipelineDefinition::label).containsExactly("cars");
    assertThat(read.refused().getFirst().errors().getFirst().text("b.yaml"))
        .isEqualTo(
            "b.yaml:2:1: id: a.yaml defines pipeline 'cars' already; give this one another id");
  }

  @Test
  void aServedFileKeepsItsIdAgainstANewOne() throws IOException {
    write("b.yaml", pipeline("cars"));
    DefinitionSet before = reread(DefinitionSet.EMPTY);

    write("a.yaml", "label: Other\n" + pipeline("cars"));
    DefinitionSet now = reread(before);

    assertThat(now.all()).isEqualTo(before.all());
    assertThat(now.refused()).extracting(refused -> refused.file()).containsExactly("a.yaml");
  }

  @Test
  void refusesWhatIsNoText() throws IOException {
    Files.write(folder.resolve("a.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0, 1});

    DefinitionSet read = reread(DefinitionSet.EMPTY);

    assertThat(read.all()).isEmpty();
    assertThat(read.refused().getFirst().errors().getFirst().message())
        .isEqualTo("the file cannot be read as UTF-8 text");
  }

  @Test
  void saysWhichFolderCannotBeRead() {
    DefinitionFolder missing = new DefinitionFolder(folder.resolve("nowhere"), reader);

    assertThatThrownBy(() -> missing.reread(DefinitionSet.EMPTY))
        .hasMessageEndingWith("nowhere cannot be read. Set DRIVETRAIN_DEFINITIONS.");
  }

  private DefinitionSet reread(DefinitionSet before) {
    return new DefinitionFolder(folder, reader).reread(before);
  }

  private void write(String file, String text) throws IOException {
    Files.writeString(folder.resolve(file), text);
  }

  private static String pipeline(String id) {
    return "id: %s\nsteps:\n  - id: tell\n    kind: report\n".formatted(id);
  }
}
