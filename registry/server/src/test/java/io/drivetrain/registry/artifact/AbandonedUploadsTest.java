package io.drivetrain.registry.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AbandonedUploadsTest {
  private static final Instant LIMIT = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant OLDER = LIMIT.minusSeconds(1);
  private static final Instant YOUNGER = LIMIT.plusSeconds(1);

  @TempDir Path incoming;

  @Test
  void removesWhatNobodyHasWrittenToForLong() throws IOException {
    file("old", OLDER);
    var young = file("young", YOUNGER);

    assertThat(AbandonedUploads.remove(incoming, LIMIT)).isEqualTo(1);
    assertThat(incoming)
        .isDirectoryContaining(young::equals)
        .isDirectoryNotContaining("glob:**old");
  }

  @Test
  void removesAnUploadInPartsOnlyWhenItsLastPartIsOld() throws IOException {
    Files.createDirectory(incoming.resolve("abandoned"));
    file("abandoned/1", OLDER);
    age("abandoned", OLDER);
    Files.createDirectory(incoming.resolve("growing"));
    file("growing/1", OLDER);
    var lastPart = file("growing/2", YOUNGER);
    age("growing", OLDER);

    assertThat(AbandonedUploads.remove(incoming, LIMIT)).isEqualTo(1);
    assertThat(lastPart).exists();
    assertThat(incoming.resolve("abandoned")).doesNotExist();
  }

  @Test
  void hasNothingToDoWhereNothingWasEverUploaded() {
    assertThat(AbandonedUploads.remove(incoming.resolve("none"), LIMIT)).isZero();
  }

  private Path file(String name, Instant written) throws IOException {
    Files.writeString(incoming.resolve(name), "bytes");
    return age(name, written);
  }

  private Path age(String name, Instant written) throws IOException {
    return Files.setLastModifiedTime(incoming.resolve(name), FileTime.from(written));
  }
}
