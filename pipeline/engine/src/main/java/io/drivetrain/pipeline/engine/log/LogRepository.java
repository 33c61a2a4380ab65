package io.drivetrain.pipeline.engine.log;

import io.drivetrain.database.Database;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;

/** The logs of attempts. */
@ApplicationScoped
class LogRepository {
  private final Database database;

  LogRepository(Database database) {
    this.database = database;
  }

  /** Idempotent; ignores attempts that were purged. */
  void write(Collection<LogChunk> chunks) {
    database.update(
        """
        insert into log_chunk (run_id, step, fence, position, content, is_last)
        select run_id, step, fence, position, content, is_last
        from unnest(?, ?, ?, ?, ?, ?) as new (run_id, step, fence, position, content, is_last)
        join step_attempt using (run_id, step, fence)
        on conflict do nothing
        """,
        column(chunks, LogChunk::runId, UUID[]::new),
        column(chunks, LogChunk::step, String[]::new),
        column(chunks, LogChunk::fence, Long[]::new),
        column(chunks, LogChunk::position, Long[]::new),
        column(chunks, LogChunk::content, byte[][]::new),
        column(chunks, LogChunk::isLast, Boolean[]::new));
  }

  private static <T> T[] column(
      Collection<LogChunk> chunks, Function<LogChunk, T> part, IntFunction<T[]> array) {
    return chunks.stream().map(part).toArray(array);
  }

  /**
   * The bytes of a log from a position (inclusive) to another one (exclusive), as far as they are
   * written.
   */
  byte[] read(UUID runId, String step, long fence, long from, long to) {
    return database
        .find(
            row -> row.bytes("content"),
            """
            select coalesce(string_agg(substring(content
                from cast(greatest(?, position) - position + 1 as int)
                for cast(least(?, position + octet_length(content)) - greatest(?, position) as int)
              ), ''::bytea order by position), ''::bytea) as content
            from log_chunk where run_id = ? and step = ? and fence = ?
              and position < ? and position + octet_length(content) > ?
              and position >= coalesce((
                select max(position) from log_chunk
                where run_id = ? and step = ? and fence = ? and position <= ?), 0)
            """,
            from,
            to,
            from,
            runId,
            step,
            fence,
            to,
            from,
            runId,
            step,
            fence,
            from)
        .orElseThrow();
  }
}
