package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.bundle.BundleException;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.evaluation.gate.Champion;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the model in production and lets it predict the rows that the challenger predicted. */
public final class ChampionReader {
  /** Fewer rows than this share would be another hold-out than the challenger's. */
  private static final double LEAST_SHARE = 0.9;

  private final ModelSource models;
  private final String name;
  private final String alias;

  ChampionReader(ModelSource models, String name, String alias) {
    this.models = models;
    this.name = name;
    this.alias = alias;
  }

  /**
   * @param schema that the hold-out was read with
   * @param data that the challenger was trained on
   */
  Champion meet(Scores challenger, FeatureSchema schema, List<Example> holdOut, LearningData data) {
    Optional<ResolvedModel> resolved = models.resolve(new ModelUri.OfAlias(name, alias));
    if (resolved.isEmpty()) {
      return new Champion.None();
    }
    String version = resolved.orElseThrow().version();
    try {
      ModelBundle bundle = BundleReader.read(models.load(resolved.orElseThrow()).files());
      Scores scores = Scores.of(bundle, schema, holdOut);
      if (scores.examples().size() < LEAST_SHARE * holdOut.size()) {
        return new Champion.Unusable(
            version,
            "its features do not fit: it cannot read %d of %d rows, the first because of %s"
                .formatted(scores.refused(), holdOut.size(), scores.firstRefusal()));
      }
      return compare(version, challenger, scores, data, note(bundle.provenance(), data));
    } catch (BundleException unreadable) {
      return new Champion.Unusable(version, unreadable.getMessage());
    } catch (RegistryClientException failed) {
      if (PermanentFailure.is(failed)) {
        return new Champion.Unusable(version, failed.getMessage());
      }
      throw failed;
    }
  }

  private static Champion compare(
      String version, Scores challenger, Scores champion, LearningData data, String note) {
    Map<Example, Double> ofChallenger = values(challenger);
    Map<Example, Double> ofChampion = values(champion);
    List<Example> both = champion.examples().stream().filter(ofChallenger::containsKey).toList();
    return new Champion.Compared(
        version,
        champion.metrics(data.trainingRange()),
        both,
        both.stream().mapToDouble(ofChampion::get).toArray(),
        errors(both, ofChallenger),
        errors(both, ofChampion),
        note);
  }

  /** Whether the champion may have been trained on rows of this hold-out. */
  private static String note(Provenance champion, LearningData data) {
    if (champion.splitSeed() != data.facts().splitSeed()) {
      return "The champion was trained with another split, so it may have seen rows of this"
          + " hold-out: the comparison then favours it.";
    }
    if (champion.dataHash().equals(data.facts().sha256())) {
      return "The champion was trained on the training part of the same file.";
    }
    return "The champion was trained on another file with the same split. The side of a row follows"
        + " from its content, so rows that both files hold were not in its training part.";
  }

  private static Map<Example, Double> values(Scores scores) {
    Map<Example, Double> values = new HashMap<>();
    for (int i = 0; i < scores.examples().size(); i++) {
      values.put(scores.examples().get(i), scores.predictions().get(i).value());
    }
    return values;
  }

  private static double[] errors(List<Example> examples, Map<Example, Double> values) {
    return examples.stream().mapToDouble(one -> Math.abs(one.target() - values.get(one))).toArray();
  }
}
