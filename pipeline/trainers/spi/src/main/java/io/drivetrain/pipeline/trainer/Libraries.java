package io.drivetrain.pipeline.trainer;

import io.drivetrain.models.bundle.Library;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of a library as its jar states it. */
public final class Libraries {
  private static final String UNKNOWN = "unknown";

  private Libraries() {}

  /**
   * From the manifest, or else from what Maven leaves in a jar.
   *
   * @param group such as {@code org.hipparchus}
   * @param artifact such as {@code hipparchus-core}
   * @param member any class of the library
   */
  public static Library of(String group, String artifact, Class<?> member) {
    String version = member.getPackage().getImplementationVersion();
    return new Library(artifact, version == null ? ofMaven(group, artifact, member) : version);
  }

  private static String ofMaven(String group, String artifact, Class<?> member) {
    String path = "/META-INF/maven/%s/%s/pom.properties".formatted(group, artifact);
    try (InputStream in = member.getResourceAsStream(path)) {
      Properties properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      return properties.getProperty("version", UNKNOWN);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
