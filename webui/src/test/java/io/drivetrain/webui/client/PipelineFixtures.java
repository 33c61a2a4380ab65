package io.drivetrain.webui.client;

import java.util.UUID;

/** What a pipeline service says, as JSON. */
public final class PipelineFixtures {
  public static final UUID RUN = UUID.fromString("01a1fc3f-7cbd-7b88-909e-babf80949ac1");
  public static final UUID OTHER_RUN = UUID.fromString("01a1fc3f-7d00-7a51-9d44-05404fecd0e7");

  private PipelineFixtures() {}

  /** A pipeline with a parameter of each type, and another one without any. */
  public static void pipelines(PipelineDouble pipeline) {
    pipeline
        .on(
            "GET /pipelines",
            """
            {"pipelines": [
              {"id": "rents", "label": "Rents", "description": "Learns rents.", "version": "1", "parameters": [
                {"name": "data", "type": "file", "default": "rents.csv", "min": null, "max": null,
                 "description": "The file."},
                {"name": "train.trees", "type": "integer", "default": 500, "min": 1.0, "max": 5000.0,
                 "description": "How many trees.", "label": {"en": "Trees", "fr": "Arbres"},
                 "help": {"en": "How many trees.", "fr": "Le nombre d’arbres."}},
                {"name": "train.share", "type": "number", "default": 0.5, "min": 0.0, "max": null,
                 "description": ""},
                {"name": "thorough", "type": "boolean", "default": false, "description": "Twice."}]},
              {"id": "by_hand", "label": "By hand", "description": "", "version": "1", "parameters": []}],
             "refused": [
              {"file": "broken.yaml", "errors": [
                {"line": 4, "column": 30, "path": "steps[0].retries", "message": "must be a whole number"}]}]}
            """)
        .on(
            "GET /schedules",
            """
            {"schedules": [
              {"pipeline": "rents", "cron": "@weekly", "timeZone": "Z", "paused": null,
               "next": "2026-11-22T00:00:00Z"}]}
            """)
        .on("GET /runs?limit=20&pipeline=rents", "{\"runs\": []}")
        .on("GET /runs?limit=50&pipeline=rents", "{\"runs\": []}")
        .on("GET /runs?limit=20&pipeline=by_hand", "{\"runs\": []}");
  }

  /** The schedule of the first pipeline, paused. */
  public static void paused(PipelineDouble pipeline) {
    pipeline.on(
        "GET /schedules",
        """
        {"schedules": [
          {"pipeline": "rents", "cron": "@weekly", "timeZone": "Europe/Paris", "next": null,
           "paused": {"since": "2026-11-21T10:00:00Z", "by": "", "reason": "the data is late"}}]}
        """);
  }

  /** Gives the first pipeline these runs, latest first. */
  public static void runs(PipelineDouble pipeline, String... runs) {
    String page = "{\"runs\": [%s]}".formatted(String.join(",", runs));
    pipeline
        .on("GET /runs?limit=20&pipeline=rents", page)
        .on("GET /runs?limit=50&pipeline=rents", page);
  }

  /** Gives a run its answer. */
  public static void run(PipelineDouble pipeline, UUID id, String run) {
    pipeline.on("GET /runs/" + id, run);
  }

  public static String succeeded(UUID id) {
    return run(
        id,
        "SUCCEEDED",
        "\"startedAt\": \"2026-11-21T10:00:01Z\", \"endedAt\": \"2026-11-21T10:00:13Z\", \"links\": [{\"name\": \"modelVersion\", \"value\": \"7\", \"label\": {\"en\": \"Model version\", \"fr\": \"Version du modèle\"}, \"url\": null}]",
        step(
            "check",
            "",
            "SUCCEEDED",
            "\"startedAt\": \"2026-11-21T10:00:01Z\", \"endedAt\": \"2026-11-21T10:00:05Z\", \"output\": {\"rows\": 1200}"),
        step(
            "train",
            "\"check\"",
            "SUCCEEDED",
            "\"startedAt\": \"2026-11-21T10:00:07Z\", \"endedAt\": \"2026-11-21T10:00:13Z\""));
  }

  public static String rejected(UUID id) {
    return run(
        id,
        "REJECTED",
        "\"startedAt\": \"2026-11-21T10:00:01Z\", \"endedAt\": \"2026-11-21T10:00:05Z\", \"reason\": \"GATE\", \"message\": \"12 rows, 1000 are needed\"",
        step(
            "check",
            "",
            "REJECTED",
            "\"startedAt\": \"2026-11-21T10:00:01Z\", \"endedAt\": \"2026-11-21T10:00:05Z\", \"reason\": \"GATE\", \"message\": \"12 rows, 1000 are needed\""),
        step(
            "train",
            "\"check\"",
            "UPSTREAM_FAILED",
            "\"endedAt\": \"2026-11-21T10:00:05Z\", \"reason\": \"UPSTREAM\""));
  }

  public static String running(UUID id) {
    return run(
        id,
        "RUNNING",
        "\"startedAt\": \"2026-11-21T10:00:01Z\"",
        step(
            "check",
            "",
            "SUCCEEDED",
            "\"startedAt\": \"2026-11-21T10:00:01Z\", \"endedAt\": \"2026-11-21T10:00:05Z\""),
        step(
            "train",
            "\"check\"",
            "RUNNING",
            "\"startedAt\": \"2026-11-21T10:00:07Z\", \"progress\": {\"text\": \"tree 120 of 500\", \"fraction\": 0.24}"));
  }

  public static String queued(UUID id) {
    return run(
        id, "QUEUED", "\"startedAt\": null", step("check", "", "PENDING", "\"startedAt\": null"));
  }

  /** Two attempts of the step train; the later one has logged so much. */
  public static void attempts(PipelineDouble pipeline, long logBytes) {
    pipeline.on(
        "GET /runs/" + RUN + "/steps/train/attempts",
        """
        [{"attempt": 1, "outcome": "RETRY", "error": "the disk was full", "owner": "host7/12",
          "startedAt": "2026-11-21T10:00:07Z", "endedAt": "2026-11-21T10:00:08Z", "logBytes": 6},
         {"attempt": 2, "outcome": null, "error": null, "owner": "host8/31",
          "startedAt": "2026-11-21T10:00:09Z", "endedAt": null, "logBytes": %d}]
        """
            .formatted(logBytes));
  }

  /** The log of an attempt of the step train. */
  public static EventStreamDouble log(PipelineDouble pipeline, int attempt) {
    return pipeline.events("/runs/%s/steps/train/attempts/%d/log".formatted(RUN, attempt));
  }

  public static String waitingForApproval(UUID id) {
    return run(
        id,
        "WAITING_APPROVAL",
        "\"startedAt\": \"2026-11-21T10:00:01Z\"",
        step(
            "approve",
            "",
            "WAITING_APPROVAL",
            "\"startedAt\": \"2026-11-21T10:00:01Z\","
                + " \"approval\": {\"message\": \"Is it good?\", \"expiresAt\": null}"));
  }

  /** Why a running run is where it is. */
  public static String working(UUID id) {
    return """
    {"id": "%s", "state": "RUNNING", "reasons": [
      {"code": "RUNNING", "step": "train", "message": "Running on worker host7.",
       "until": null, "blockedBy": null}]}
    """
        .formatted(id);
  }

  /** Why a queued run is where it is. */
  public static String behind(UUID id, UUID active) {
    return """
    {"id": "%s", "state": "QUEUED", "reasons": [
      {"code": "LIMIT_REACHED", "step": null, "message": "Run %s is active.",
       "until": null, "blockedBy": "%s"}]}
    """
        .formatted(id, active, active);
  }

  /**
   * @param more members of the run
   */
  public static String run(UUID id, String state, String more, String... steps) {
    return """
    {"id": "%s", "pipeline": "rents", "state": "%s", "trigger": "API", "logicalTime": null,
     "params": {"train.trees": 20}, "note": "a look", "labels": {"team": "pricing"},
     "createdAt": "2026-11-21T10:00:00Z", %s, "steps": [%s]}
    """
        .formatted(id, state, more, String.join(",", steps));
  }

  /**
   * @param needs ids in quotes, parted by commas
   * @param more members of the step
   */
  public static String step(String id, String needs, String state, String more) {
    return "{\"step\": \"%s\", \"needs\": [%s], \"state\": \"%s\", \"attempt\": 1, %s}"
        .formatted(id, needs, state, more);
  }
}
