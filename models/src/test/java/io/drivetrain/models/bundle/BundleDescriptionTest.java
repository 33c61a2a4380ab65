package io.drivetrain.models.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.drivetrain.models.CarFixtures;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class BundleDescriptionTest {

  @Test
  void saysTheSameAsTheWholeBundle() {
    Map<String, byte[]> files = BundleWriter.files(CarFixtures.bundle(), CarFixtures.META);
    ModelBundle bundle = BundleReader.read(files);

    BundleDescription description = BundleReader.describe(small(files));

    assertThat(description)
        .isEqualTo(
            new BundleDescription(
                bundle.schema(),
                bundle.metrics(),
                bundle.provenance(),
                bundle.inputExample(),
                bundle.hash()));
  }

  @Test
  void refusesAFileThatWasChanged() {
    Map<String, byte[]> files = small(BundleWriter.files(CarFixtures.bundle(), CarFixtures.META));
    files.put("metrics.json", new byte[] {123, 125});

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.describe(files))
        .withMessageContaining("metrics.json");
  }

  @Test
  void refusesToSpeakForAMissingFile() {
    Map<String, byte[]> files = small(BundleWriter.files(CarFixtures.bundle(), CarFixtures.META));
    files.remove("schema.json");

    assertThatExceptionOfType(BundleException.class)
        .isThrownBy(() -> BundleReader.describe(files))
        .withMessageContaining("schema.json");
  }

  private static Map<String, byte[]> small(Map<String, byte[]> files) {
    Map<String, byte[]> small = new TreeMap<>(files);
    small.keySet().retainAll(BundleDescription.FILES);
    return small;
  }
}
