package io.drivetrain.pipeline.engine.log;

import java.util.UUID;

/**
 * Whole lines of an attempt's log, written to the database together.
 *
 * @param fence of the attempt
 * @param position bytes of the log before it
 * @param content in UTF-8
 * @param isLast the log is complete
 */
record LogChunk(
    UUID runId, String step, long fence, long position, byte[] content, boolean isLast) {}
