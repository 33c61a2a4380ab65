package io.drivetrain.webui.run.ui.report;

import io.drivetrain.webui.client.PipelineFixtures;

/** Reports as the pipeline service writes them. */
public final class ReportFixtures {
  private ReportFixtures() {}

  public static String succeeded() {
    return report(
        "SUCCEEDED",
        true,
        """
        "facts": {"promote": {"modelVersion": "2", "stage": "Production"}},
        "data": {"file": "rents.csv", "hash": "ab12", "rows": 1000, "unreadable": 2,
          "lines": {"lines": 1006, "header": 1, "rows": 1000, "refused": 2, "blank": 3,
            "skipped": 0, "breaks": 0},
          "notes": ["The file is Windows-1252."],
          "dropped": {"duplicate": 100}, "train": 700, "test": 200, "refusal": "",
          "findings": [{"expectation": "missing", "column": "surface", "severity": "warn",
            "passed": false, "expected": "at most 5 %", "observed": "7 %", "failing": 70}]},
        "gates": [
          {"asked": "evaluation", "gate": "test_r2", "severity": "error", "passed": true,
           "comparison": "test_r2 is 0.9, asked is at least 0.7",
           "details": {"value": 0.9, "min": 0.7, "max": null}},
          {"asked": "evaluation", "gate": "champion", "severity": "error", "passed": false,
           "comparison": "no model is in production yet", "details": {"championVersion": ""}}],
        "comparison": {"challenger": "2", "champion": "1", "unit": "MAD", "notes": [],
          "metrics": [{"metric": "test_mae", "label": "Mean absolute error", "unit": "MAD",
            "challenger": 90.0, "champion": 100.0, "difference": -10.0, "better": true}],
          "slices": [{"by": "city", "slice": "Rabat", "rows": 60, "meanAbsoluteError": 80.0,
            "errorShare": 0.08, "biasShare": -0.01, "championMeanAbsoluteError": null,
            "problem": ""}]},
        "golden": [{"name": "a small flat", "min": 2000, "max": 4000, "value": 3100.5,
          "passed": true, "problem": ""}],
        "holdOut": {"unit": "MAD", "count": 200, "meanError": -3.5, "withinTenPercent": 0.6,
          "withinTwentyPercent": 0.9, "insideInterval": 0.91},
        "importance": [{"feature": "surface", "meanAbsoluteShap": 420.5, "share": 0.7}],
        "card": {"title": "rents", "details": {"Version": "2"},
          "intendedUse": "A first orientation", "outOfScope": ["Not for courts."],
          "factors": "", "features": ["surface"], "evaluationData": [], "trainingData": [],
          "ethics": "", "caveats": [], "lineage": {"Split seed": "2"}},
        "unread": []
        """);
  }

  /** Of a run that made no model. */
  static String bare(String outcome, boolean settled) {
    return report(outcome, settled, "\"facts\": {}");
  }

  private static String report(String outcome, boolean settled, String parts) {
    return """
    {"pipeline": "rents", "label": "Rents", "runId": "%s", "outcome": "%s", "settled": %s,
     "summary": "Version 2 is in production.", "note": "", "definitionVersion": "cd34",
     "createdAt": "2026-11-21T10:00:00Z", "startedAt": "2026-11-21T10:00:01Z",
     "endedAt": "2026-11-21T10:00:13Z", "reportedAt": "2026-11-21T10:01:00Z",
     "mlflowRunId": "ef56",
     "steps": [{"step": "train", "kind": "train", "state": "SUCCEEDED", "message": null,
       "attempt": 1, "readyAt": "2026-11-21T10:00:01Z", "startedAt": "2026-11-21T10:00:02Z",
       "endedAt": "2026-11-21T10:00:08Z", "seconds": 6.0, "waitedSeconds": 1.0}],
     %s}
    """
        .formatted(PipelineFixtures.RUN, outcome, settled, parts);
  }
}
