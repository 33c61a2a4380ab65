package io.drivetrain.webui.pipeline.ui;

import io.drivetrain.pipeline.api.run.RunDetails;
import io.drivetrain.webui.client.Subscriptions;
import io.drivetrain.webui.client.Subscriptions.Subscription;
import io.drivetrain.webui.pipeline.Overview;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** One subscription for each run of an overview that has not ended. */
final class ActiveRuns implements AutoCloseable {
  private final Subscriptions subscriptions;
  private final Runnable onNews;
  private final Map<UUID, Subscription> followed = new HashMap<>();

  ActiveRuns(Subscriptions subscriptions, Runnable onNews) {
    this.subscriptions = subscriptions;
    this.onNews = onNews;
  }

  void follow(Overview overview) {
    Set<UUID> active =
        overview.pipelines().stream()
            .flatMap(activity -> activity.runs().stream())
            .filter(run -> !run.hasEnded())
            .map(RunDetails::id)
            .collect(Collectors.toSet());
    followed.entrySet().removeIf(one -> hasEnded(one, active));
    active.forEach(run -> followed.computeIfAbsent(run, id -> subscriptions.toRun(id, onNews)));
  }

  private static boolean hasEnded(Map.Entry<UUID, Subscription> one, Set<UUID> active) {
    if (active.contains(one.getKey())) {
      return false;
    }
    one.getValue().close();
    return true;
  }

  @Override
  public void close() {
    followed.values().forEach(Subscription::close);
    followed.clear();
  }
}
