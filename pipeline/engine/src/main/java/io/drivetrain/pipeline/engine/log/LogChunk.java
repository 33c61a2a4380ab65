package io.drivetrain.pipeline.engine.log;

import java.util.UUID;

/**
 * Whole lines of a try's log, as they are written to the database at once.
 *
 * @param fence of the claim that the try is
 * @param position bytes of the log before it
 * @param content in UTF-8
 * @param isLast the try logs nothing more
 */
record LogChunk(
    UUID runId, String step, long fence, long position, byte[] content, boolean isLast) {}
