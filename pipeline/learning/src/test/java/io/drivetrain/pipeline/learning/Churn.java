package io.drivetrain.pipeline.learning;

import java.util.Locale;
import java.util.Random;

/** Invented customers, of whom some leave. */
final class Churn {

  private Churn() {}

  /**
   * @param stays what the file writes for a customer who stays
   * @param leaves and for one who leaves
   */
  static String csv(int rows, long seed, String stays, String leaves) {
    Random random = new Random(seed);
    StringBuilder csv = new StringBuilder("id,plan,months,calls,churn\n");
    for (int row = 0; row < rows; row++) {
      boolean yearly = random.nextInt(3) > 0;
      int months = 1 + random.nextInt(60);
      int calls = random.nextInt(8);
      double odds = 0.6 * calls - 0.05 * months - (yearly ? 1.5 : 0) + random.nextGaussian();
      csv.append(
          String.format(
              Locale.ROOT,
              "%d,%s,%d,%d,%s\n",
              row,
              yearly ? "yearly" : "monthly",
              months,
              calls,
              odds > 0 ? leaves : stays));
    }
    return csv.toString();
  }

  static String definition() {
    return """
    id: churn_pipeline
    label: Churn
    parameters:
      - {name: data, type: file, default: rents.csv}
    steps:
      - {id: check_data_quality, kind: quality}
      - {id: train_model, kind: train}
      - {id: evaluate_model, kind: evaluate}
      - {id: promote_to_staging, kind: promote-staging}
      - {id: validate_staging_model, kind: validate-staging}
      - {id: promote_to_production, kind: promote-production}
      - {id: send_pipeline_report, kind: report, always: true}
    model: {name: rent_predictor, experiment: churn}
    source: {}
    features:
      - name: id
        type: numeric
        label: {fr: Numéro, en: Number}
        min: 0
        max: 100000
      - name: plan
        type: categorical
        label: {fr: Formule, en: Plan}
        required: true
      - name: months
        type: numeric
        label: {fr: Mois, en: Months}
        min: 0
        max: 100
      - name: calls
        type: numeric
        label: {fr: Appels, en: Calls}
        min: 0
        max: 100
    target:
      name: churn
      label: {fr: Départ, en: Churn}
    quality:
      expectations:
        - {type: rows, min: 100}
    preparation: {}
    split: {testShare: 0.25, seed: 1}
    encoding:
      columns:
        - {type: levels, feature: plan}
        - {type: target_mean, features: [plan]}
        - {type: number, feature: months}
        - {type: number, feature: calls}
    training:
      algorithm: lightgbm
      nominal: [plan]
      monotone: {calls: rising}
      encodingFolds: 3
      interval: {folds: 3}
    gates:
      - {type: metric, metric: test_accuracy, min: 0.7}
      - {type: metric, metric: test_roc_auc, min: 0.7}
      - {type: champion, margin: 0.05}
      - {type: latency, p95Millis: 1000}
    golden:
      - name: Calls often
        row: {plan: monthly, months: 3, calls: 7}
        class: "1"
    """;
  }
}
