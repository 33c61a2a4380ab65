package io.drivetrain.outbox;

import java.util.UUID;

/**
 * A message that one replica has claimed in order to send it.
 *
 * @param id unique in its table, in the order in which messages were stored
 * @param key unique everywhere, the same in every attempt
 * @param channel name of the {@link Channel} that sends it
 * @param target to whom, in the terms of the channel
 * @param payload what, in the terms of the channel
 * @param attempts with the present one
 */
public record OutboxMessage(
    long id, UUID key, String channel, String target, String payload, int attempts) {}
