package io.drivetrain.pipeline.api.report;

import java.util.List;
import java.util.Map;

/**
 * The card of the model that a run made, under the headings of Mitchell and others, "Model Cards
 * for Model Reporting", 2019. What nobody has said is "" or empty, and left out when it is shown.
 *
 * @param details name, version, kind, when and by whom it was made; by their names for people
 * @param metrics of the hold-out
 * @param evaluationData sentences
 * @param trainingData sentences
 * @param slices quantitative analyses by parts of the hold-out
 * @param caveats limitations that people named, and warnings of the gates
 * @param lineage what is needed to make it again, by names for people: hashes, seeds, parameters,
 *     versions of libraries
 */
public record ModelCard(
    String title,
    Map<String, String> details,
    String intendedUse,
    List<String> outOfScope,
    String factors,
    List<String> features,
    List<MetricReport> metrics,
    List<String> evaluationData,
    List<String> trainingData,
    List<SliceReport> slices,
    String ethics,
    List<String> caveats,
    Map<String, String> lineage) {
  public ModelCard {
    details = Absent.orCopy(details);
    outOfScope = Absent.orCopy(outOfScope);
    features = Absent.orCopy(features);
    metrics = Absent.orCopy(metrics);
    evaluationData = Absent.orCopy(evaluationData);
    trainingData = Absent.orCopy(trainingData);
    slices = Absent.orCopy(slices);
    caveats = Absent.orCopy(caveats);
    lineage = Absent.orCopy(lineage);
  }
}
