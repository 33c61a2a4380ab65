package io.drivetrain.registry.client.http;

import java.time.Duration;

/**
 * How patient the client is with the registry, and how much it reads.
 *
 * @param connectTimeout longest wait for a connection
 * @param callTimeout longest wait for the whole answer to one call that carries JSON, all attempts
 *     and pauses together
 * @param transferTimeout the same for one artifact, up or down
 * @param attempts how often a call is sent at most, 1 or more; only calls that are safe to repeat
 *     are sent again
 * @param longestPause longest pause between two attempts; an answer that asks for a longer one
 *     ({@code Retry-After}) ends the call
 * @param maxModelBytes largest artifact, and largest model in all its files, that is read, in bytes
 */
public record HttpSettings(
    Duration connectTimeout,
    Duration callTimeout,
    Duration transferTimeout,
    int attempts,
    Duration longestPause,
    long maxModelBytes) {

  /** 2 s to connect, 30 s a call, 10 min an artifact, 4 attempts at most 5 s apart, 512 MiB. */
  public static final HttpSettings DEFAULT =
      new HttpSettings(
          Duration.ofSeconds(2),
          Duration.ofSeconds(30),
          Duration.ofMinutes(10),
          4,
          Duration.ofSeconds(5),
          512L * 1024 * 1024);

  public HttpSettings {
    Positive.require("connectTimeout", connectTimeout);
    Positive.require("callTimeout", callTimeout);
    Positive.require("transferTimeout", transferTimeout);
    Positive.require("attempts", attempts);
    Positive.require("longestPause", longestPause);
    Positive.require("maxModelBytes", maxModelBytes);
  }
}
