package io.drivetrain.pipeline.learning.evaluation;

import io.drivetrain.models.bundle.BundleException;
import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.bundle.Provenance;
import io.drivetrain.models.prediction.Task;
import io.drivetrain.models.schema.FeatureSchema;
import io.drivetrain.pipeline.learning.data.Example;
import io.drivetrain.pipeline.learning.data.KnownRows;
import io.drivetrain.pipeline.learning.data.LearningData;
import io.drivetrain.pipeline.learning.evaluation.gate.Champion;
import io.drivetrain.pipeline.learning.evaluation.gate.ClassScores;
import io.drivetrain.pipeline.learning.evaluation.gate.Scores;
import io.drivetrain.pipeline.learning.tracking.TrackingRuns;
import io.drivetrain.pipeline.learning.training.RetrainingNoise;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** Reads the model in production and lets it predict the rows that the challenger predicted. */
public final class ChampionReader {
  /** Fewer rows than this share would be another hold-out than the challenger's. */
  private static final double LEAST_SHARE = 0.9;

  private final ModelSource models;
  private final TrackingRuns runs;
  private final String name;
  private final String alias;

  ChampionReader(ModelSource models, TrackingRuns runs, String name, String alias) {
    this.models = models;
    this.runs = runs;
    this.name = name;
    this.alias = alias;
  }

  /**
   * @param schema that the hold-out was read with
   * @param data that the challenger was trained on
   */
  Champion meet(Scores challenger, FeatureSchema schema, List<Example> holdOut, LearningData data) {
    return meet(
        Task.REGRESSION,
        (champion, bundle) -> {
          Scores scores = Scores.of(bundle, schema, holdOut);
          return misfit(champion.version(), scores.refused(), holdOut, scores.firstRefusal())
              .orElseGet(() -> new Meeting(champion, bundle, challenger, scores, data).compared());
        });
  }

  /**
   * @param schema that the hold-out was read with
   * @param data that the challenger was trained on
   */
  Champion meet(ClassScores challenger, FeatureSchema schema, LearningData data) {
    List<Example> holdOut = data.holdOut();
    return meet(
        Task.CLASSIFICATION,
        (champion, bundle) -> {
          ClassScores scores = ClassScores.of(bundle, schema, holdOut, data.facts().classes());
          String version = champion.version();
          return misfit(version, scores.refused(), holdOut, scores.firstRefusal())
              .orElseGet(
                  () -> compare(version, challenger, scores, note(bundle.provenance(), data)));
        });
  }

  private Champion meet(Task task, BiFunction<ResolvedModel, ModelBundle, Champion> comparison) {
    Optional<ResolvedModel> resolved = models.resolve(new ModelUri.OfAlias(name, alias));
    if (resolved.isEmpty()) {
      return new Champion.None();
    }
    String version = resolved.orElseThrow().version();
    try {
      ModelBundle bundle = BundleReader.read(models.load(resolved.orElseThrow()).files());
      if (bundle.task() != task) {
        return new Champion.Unusable(
            version,
            task == Task.REGRESSION
                ? "it predicts classes, and not a number"
                : "it predicts a number, and not a class");
      }
      return comparison.apply(resolved.orElseThrow(), bundle);
    } catch (BundleException unreadable) {
      return new Champion.Unusable(version, unreadable.getMessage());
    } catch (RegistryClientException failed) {
      if (PermanentFailure.is(failed)) {
        return new Champion.Unusable(version, failed.getMessage());
      }
      throw failed;
    }
  }

  /** A champion that cannot read as many rows as a comparison needs. */
  private static Optional<Champion> misfit(
      String version, int refused, List<Example> holdOut, String firstRefusal) {
    return holdOut.size() - refused >= LEAST_SHARE * holdOut.size()
        ? Optional.empty()
        : Optional.of(
            new Champion.Unusable(
                version,
                "its features do not fit: it cannot read %d of %d rows, the first because of %s"
                    .formatted(refused, holdOut.size(), firstRefusal)));
  }

  /** Both models on the same rows. */
  private final class Meeting {
    private final ResolvedModel champion;
    private final ModelBundle bundle;
    private final Scores scores;
    private final LearningData data;
    private final Map<Example, Double> ofChallenger;
    private final Map<Example, Double> ofChampion;

    private Meeting(
        ResolvedModel champion,
        ModelBundle bundle,
        Scores challenger,
        Scores scores,
        LearningData data) {
      this.champion = champion;
      this.bundle = bundle;
      this.scores = scores;
      this.data = data;
      this.ofChallenger = values(challenger);
      this.ofChampion = values(scores);
    }

    private Champion compared() {
      List<Example> both = scores.examples().stream().filter(ofChallenger::containsKey).toList();
      NewestRows newest = NewestRows.of(both, ofChampion, knownRows());
      return new Champion.Compared(
          champion.version(),
          scores.metrics(data.trainingRange()),
          newest.rows(),
          newest.rows().stream().mapToDouble(ofChampion::get).toArray(),
          errors(newest.rows(), ofChallenger),
          errors(newest.rows(), ofChampion),
          both.size(),
          bundle.metrics().getOrDefault(RetrainingNoise.KEY, 0.0),
          (note(bundle.provenance(), data) + " " + newest.note()).strip());
    }

    /** Empty when the champion's run left none. */
    private Optional<KnownRows> knownRows() {
      return champion.runId().isEmpty()
          ? Optional.empty()
          : runs.withId(champion.runId())
              .flatMap(run -> run.find(KnownRows.PATH))
              .flatMap(KnownRows::read);
    }
  }

  private static Champion compare(
      String version, ClassScores challenger, ClassScores champion, String note) {
    Map<Example, Double> ofChallenger = challenger.losses();
    Map<Example, Double> ofChampion = champion.losses();
    Map<Example, Double> places = champion.places();
    List<Example> both = champion.examples().stream().filter(ofChallenger::containsKey).toList();
    return new Champion.Compared(
        version,
        champion.metrics(),
        both,
        both.stream().mapToDouble(places::get).toArray(),
        both.stream().mapToDouble(ofChallenger::get).toArray(),
        both.stream().mapToDouble(ofChampion::get).toArray(),
        both.size(),
        0,
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
