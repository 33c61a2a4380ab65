package io.drivetrain.registry.search;

import io.drivetrain.registry.protocol.RegistryException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Where the next page starts, opaque to clients and good for the same query only.
 *
 * @param position the key of the last row, or a number of rows to skip
 */
public record PageToken(List<String> position) {
  private static final String SEPARATOR = "\n";

  public PageToken {
    position = List.copyOf(position);
  }

  public static PageToken after(Object... key) {
    return new PageToken(Arrays.stream(key).map(String::valueOf).toList());
  }

  /** The token of a request that carries one, refused unless this server made it for this query. */
  public static Optional<PageToken> read(String token, Object query) {
    if (token == null || token.isEmpty()) {
      return Optional.empty();
    }
    var parts = List.of(decoded(token).split(SEPARATOR, -1));
    if (parts.size() < 2 || !parts.getFirst().equals(fingerprint(query))) {
      throw invalid();
    }
    return Optional.of(new PageToken(parts.subList(1, parts.size())));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw invalid();
    }
  }

  public String write(Object query) {
    var text = fingerprint(query) + SEPARATOR + String.join(SEPARATOR, position);
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  public long number(int index) {
    try {
      return Long.parseLong(position.get(index));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw invalid();
    }
  }

  public double real(int index) {
    try {
      return Double.parseDouble(position.get(index));
    } catch (NumberFormatException | IndexOutOfBoundsException e) {
      throw invalid();
    }
  }

  public String text(int index) {
    if (index >= position.size()) {
      throw invalid();
    }
    return position.get(index);
  }

  private static String fingerprint(Object query) {
    return Integer.toHexString(query.toString().hashCode());
  }

  private static RegistryException invalid() {
    return RegistryException.invalid(
        "Invalid page_token: it is not one that this server gave for this query.");
  }
}
