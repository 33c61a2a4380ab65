package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.database.Database;
import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Script;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PipelineTest
class LogRepositoryTest {
  private static final String STEP = "first_step";
  private static final long FENCE = 100;

  @Inject Script script;
  @Inject Database database;
  @Inject AttemptLogs logs;
  @Inject LogRepository repository;

  private UUID run;

  @BeforeEach
  void aTryHasALogOfThreeChunks() {
    script.clear();
    run = UUID.fromString(Attempts.run(logs));
    database.update(
        "insert into step_attempt (run_id, step, fence, attempt, owner) values (?, ?, ?, 2, 'me')",
        run,
        STEP,
        FENCE);
    repository.write(List.of(chunk(0, "one\n"), chunk(4, "two\n")));
    repository.write(List.of(chunk(8, "three\n")));
  }

  @Test
  void readsAnyPartOfALog() {
    String whole = "one\ntwo\nthree\n";

    for (int from = 0; from <= whole.length(); from++) {
      for (int to = from; to <= whole.length(); to++) {
        assertThat(read(from, to)).isEqualTo(whole.substring(from, to));
      }
    }
    assertThat(read(5, 1000)).isEqualTo("wo\nthree\n");
    assertThat(read(1000, 2000)).isEmpty();
  }

  @Test
  void takesAChunkOnceHoweverOftenItIsWritten() {
    repository.write(List.of(chunk(8, "three\n"), chunk(14, "four\n")));

    assertThat(read(0, 1000)).isEqualTo("one\ntwo\nthree\nfour\n");
  }

  @Test
  void takesNothingOfATryThatWasPurged() {
    LogChunk orphan =
        new LogChunk(
            new UUID(0, 7), STEP, FENCE, 0, "gone\n".getBytes(StandardCharsets.UTF_8), false);

    repository.write(List.of(orphan, chunk(14, "four\n")));

    assertThat(read(0, 1000)).endsWith("four\n");
    assertThat(repository.read(new UUID(0, 7), STEP, FENCE, 0, 1000)).isEmpty();
  }

  private LogChunk chunk(long position, String text) {
    return new LogChunk(run, STEP, FENCE, position, text.getBytes(StandardCharsets.UTF_8), false);
  }

  private String read(long from, long to) {
    return new String(repository.read(run, STEP, FENCE, from, to), StandardCharsets.UTF_8);
  }
}
