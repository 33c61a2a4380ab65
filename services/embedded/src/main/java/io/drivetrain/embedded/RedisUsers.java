package io.drivetrain.embedded;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Who may do what in the stack's Redis. Nobody without a password; the registry drops lookups, the
 * web application reads and keeps them. Neither may configure, flush or watch the server.
 *
 * @param access empty: everybody may do everything, for tests only
 */
public record RedisUsers(Optional<Passwords> access) {
  /**
   * @param registry of the user {@code registry}
   * @param webui of the user {@code webui}
   */
  public record Passwords(String registry, String webui) {}

  /** For tests only. */
  public static RedisUsers everybody() {
    return new RedisUsers(Optional.empty());
  }

  /** With the passwords of a folder, a file for each user. Those that are missing are made. */
  public static RedisUsers in(Path folder) {
    return new RedisUsers(
        Optional.of(
            new Passwords(
                SecretFile.readOrGenerate(folder.resolve("registry")),
                SecretFile.readOrGenerate(folder.resolve("webui")))));
  }

  /** Lines of {@code redis.conf}. The same rules as in services/redis/start.sh. */
  String configuration() {
    return access
        .map(passwords ->
            """
            user default off resetpass -@all
            user registry on #%s resetkeys ~drivetrain:* resetchannels -@all +@connection -client|kill -client|list -client|pause -client|unpause -client|no-evict +del +unlink
            user webui on #%s resetkeys ~drivetrain:* resetchannels -@all +@connection -client|kill -client|list -client|pause -client|unpause -client|no-evict +@read +@write +eval +evalsha -@dangerous
            """
                .formatted(hash(passwords.registry()), hash(passwords.webui())))
        .orElse("");
  }

  private static String hash(String password) {
    try {
      byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
