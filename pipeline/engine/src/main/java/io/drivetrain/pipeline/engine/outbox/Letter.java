package io.drivetrain.pipeline.engine.outbox;

/**
 * What a channel has to tell.
 *
 * @param id unique, the same in every try
 * @param target to whom, in the words of the channel
 * @param payload what, in the words of the channel
 */
public record Letter(long id, String target, String payload) {}
