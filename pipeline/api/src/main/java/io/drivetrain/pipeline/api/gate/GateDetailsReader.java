package io.drivetrain.pipeline.api.gate;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import java.io.IOException;
import java.util.List;

/**
 * Reads the details of a gate as the kind that has a member of the name. Details that are of no
 * kind, such as those of a later version, are none.
 */
final class GateDetailsReader extends StdDeserializer<GateDetails> {
  private static final long serialVersionUID = 1L;

  private record Kind(String member, Class<? extends GateDetails> type) {}

  /** The first that fits: later ones name members that earlier ones have too. */
  private static final List<Kind> KINDS =
      List.of(
          new Kind("value", GateDetails.Metric.class),
          new Kind("upperBound", GateDetails.ChampionComparison.class),
          new Kind("slices", GateDetails.Slices.class),
          new Kind("baselineMeanAbsoluteError", GateDetails.Baseline.class),
          new Kind("smallestPrediction", GateDetails.Range.class),
          new Kind("mostly", GateDetails.Monotone.class),
          new Kind("p95Millis", GateDetails.Latency.class),
          new Kind("predictionsThatDiffer", GateDetails.Parity.class),
          new Kind("records", GateDetails.Golden.class),
          new Kind("challengerVersion", GateDetails.RollbackRehearsal.class),
          new Kind("promotedVersion", GateDetails.Served.class),
          new Kind("championVersion", GateDetails.NoComparison.class));

  GateDetailsReader() {
    super(GateDetails.class);
  }

  @Override
  public GateDetails deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    JsonNode details = context.readTree(parser);
    for (Kind kind : KINDS) {
      if (details.has(kind.member())) {
        return read(details, kind, context);
      }
    }
    return new GateDetails.None();
  }

  private static GateDetails read(JsonNode details, Kind kind, DeserializationContext context)
      throws IOException {
    try {
      return context.readTreeAsValue(details, kind.type());
    } catch (MismatchedInputException _) {
      return new GateDetails.None();
    }
  }
}
