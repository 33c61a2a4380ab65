package io.drivetrain.registry.run;

import io.drivetrain.registry.metric.Metric;
import io.drivetrain.registry.protocol.Tag;
import java.util.List;

/** What was logged to a run; of each metric the latest value. */
public record RunData(List<Metric> metrics, List<Tag> params, List<Tag> tags) {}
