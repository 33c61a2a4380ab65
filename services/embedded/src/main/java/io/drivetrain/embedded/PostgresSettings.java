package io.drivetrain.embedded;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a {@link LocalPostgres} runs.
 *
 * @param folder where it keeps everything, absolute
 * @param programs its program files
 * @param port on 127.0.0.1
 * @param durable false for tests only: faster, and data may be lost when the machine stops
 */
public record PostgresSettings(Path folder, ServerPrograms programs, int port, boolean durable) {
  public PostgresSettings {
    folder = folder.toAbsolutePath().normalize();
  }

  Path data() {
    return folder.resolve("data");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  Path log() {
    return folder.resolve("postgres.log");
  }

  Path pidFile() {
    return data().resolve("postmaster.pid");
  }

  Map<String, String> serverSettings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", Integer.toString(port));
    settings.put("listen_addresses", Ports.LOOPBACK);
    // No Unix socket: nobody uses it, and its path may be at most 107 bytes long.
    settings.put("unix_socket_directories", "");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    if (!durable) {
      settings.put("fsync", "off");
      settings.put("synchronous_commit", "off");
      settings.put("full_page_writes", "off");
    }
    return settings;
  }
}
