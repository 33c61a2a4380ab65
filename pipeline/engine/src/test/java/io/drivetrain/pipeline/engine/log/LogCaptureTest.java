package io.drivetrain.pipeline.engine.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.drivetrain.pipeline.engine.PipelineTest;
import io.drivetrain.pipeline.engine.Script;
import io.drivetrain.pipeline.engine.parameter.DataConfig;
import io.drivetrain.pipeline.engine.step.StepFailedException;
import io.drivetrain.pipeline.engine.step.StepResult;
import jakarta.inject.Inject;
import java.nio.file.Files;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.logging.Level;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@PipelineTest
@Timeout(60)
class LogCaptureTest {
  private static final Logger LOG = Logger.getLogger("a.step");

  @Inject Script script;
  @Inject AttemptLogs logs;
  @Inject DataConfig data;

  @ConfigProperty(name = "quarkus.datasource.password")
  String password;

  @BeforeEach
  void everyStepSucceeds() {
    script.clear();
  }

  @Test
  void tellsWhatTheStepDidFromItsBeginToItsEnd() {
    script.on(
        "first",
        context -> {
          LOG.infof("reading %d rows of données", 42);
          java.util.logging.Logger.getLogger("another").log(Level.WARNING, "{0} rows are empty", 3);
          LOG.debug("not this");
          context.progress().report("tree 1 of 5", 0.2);
          return new StepResult.Rejected("Too few rows.");
        });

    String id = Attempts.run(logs);

    assertThat(Attempts.texts(Attempts.log(id, 1)))
        .containsExactly(
            "INFO Step first_step started, attempt 1 of 3.",
            "INFO reading 42 rows of données",
            "WARN 3 rows are empty",
            "INFO tree 1 of 5 (20 %)",
            "WARN The step was rejected. Too few rows.");
  }

  @Test
  void hearsTheThreadsThatTheStepStarts() {
    script.on(
        "first",
        context -> {
          Thread.ofPlatform().start(() -> LOG.info("from a thread")).join();
          try (ForkJoinPool pool = new ForkJoinPool(1)) {
            pool.submit(() -> LOG.info("from a pool of its own")).join();
          }
          return new StepResult.Succeeded();
        });

    String id = Attempts.run(logs);

    assertThat(Attempts.texts(Attempts.log(id, 1)))
        .containsExactly(
            "INFO Step first_step started, attempt 1 of 3.",
            "INFO from a thread",
            "INFO from a pool of its own",
            "INFO The step succeeded.");
  }

  @Test
  void hearsNothingMoreOfAThreadThatOutlivesTheStep() throws Exception {
    CountDownLatch ended = new CountDownLatch(1);
    CompletableFuture<Thread> left = new CompletableFuture<>();
    script.on(
        "first",
        context -> {
          left.complete(
              Thread.ofVirtual()
                  .start(() -> {
                    awaitQuietly(ended);
                    LOG.info("too late");
                  }));
          return new StepResult.Succeeded();
        });
    String id = Attempts.run(logs);

    ended.countDown();
    left.join().join();
    logs.flush();

    assertThat(Attempts.texts(Attempts.log(id, 1)))
        .containsExactly(
            "INFO Step first_step started, attempt 1 of 3.", "INFO The step succeeded.");
  }

  @Test
  void hasTheIncidentOfAnUnexpectedErrorWithoutItsTrace() {
    script.on(
        "first",
        context -> {
          Files.readString(data.folder().resolve("gone.csv"));
          return new StepResult.Succeeded();
        });

    String id = Attempts.run(logs);

    assertThat(Attempts.log(id, 1).asString())
        .contains("ERROR The step failed and will be retried. Unexpected error (incident")
        .doesNotContain("Exception", "\tat ", data.folder().toString());
  }

  @Test
  void hasNoValueOfASecretSetting() {
    script.on(
        "first",
        context -> {
          LOG.infof("connected with %s", password);
          return new StepResult.Succeeded();
        });

    String id = Attempts.run(logs);

    assertThat(Attempts.texts(Attempts.log(id, 1))).contains("INFO connected with ***");
  }

  @Test
  void hasWhatMadeAStepFail() {
    script.on(
        "first",
        context -> {
          throw new StepFailedException("Too few rows.", new IllegalArgumentException("0 rows"));
        });

    String id = Attempts.run(logs);

    assertThat(Attempts.log(id, 1).asString())
        .endsWith("ERROR The step failed. Too few rows.\n")
        .doesNotContain("Exception");
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }
}
