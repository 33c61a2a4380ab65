package io.drivetrain.webui.artifact;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes files as a ZIP archive, one after the other as they come.
 *
 * @param folder which the names in the archive begin below
 */
public record ArtifactZip(
    ArtifactService artifacts, String root, String folder, List<ArtifactEntry> files)
    implements StreamingOutput {

  /**
   * @param root the artifact URI of a run or of a model's version
   * @param folder empty for all files
   * @throws IllegalArgumentException when there are more files than are listed
   */
  public static ArtifactZip of(ArtifactService artifacts, String root, String folder) {
    List<ArtifactEntry> files = artifacts.files(root, folder);
    if (files.size() >= ArtifactService.MAX_FILES) {
      throw new IllegalArgumentException(
          "There are %d files or more: choose a folder among them"
              .formatted(ArtifactService.MAX_FILES));
    }
    return new ArtifactZip(artifacts, root, folder, files);
  }

  @Override
  public void write(OutputStream output) throws IOException {
    ZipOutputStream zip = new ZipOutputStream(output);
    for (ArtifactEntry file : files) {
      try (ScratchFile scratch = ScratchFile.make()) {
        artifacts.save(root, file.path(), scratch.path());
        zip.putNextEntry(new ZipEntry(name(file)));
        Files.copy(scratch.path(), zip);
        zip.closeEntry();
      }
    }
    zip.finish();
  }

  private String name(ArtifactEntry file) {
    return folder.isEmpty() ? file.path() : file.path().substring(folder.length() + 1);
  }
}
