package io.drivetrain.pipeline.engine.outbox;

import java.util.Map;

/** A way to the outside. Whoever waits behind it may be slow or away; no step notices. */
public interface Channel {
  /** Unique; stands in the database. */
  String name();

  /** What is to be told of a happening: payloads by target. Empty when the channel is off. */
  Map<String, String> letters(Happening happening);

  /**
   * Tells it, at least once: the same letter may come again after a crash.
   *
   * @throws Exception not now; it is tried again later
   */
  void send(Letter letter) throws Exception;
}
