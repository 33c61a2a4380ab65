package io.drivetrain.registry.dataset;

import io.drivetrain.registry.experiment.ExperimentService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Comparator;
import java.util.List;

/** What runs were trained and tested on. */
@ApplicationScoped
@Transactional
public class DatasetService {
  private static final int MAX_SUMMARIES = 1000;

  private final DatasetRepository repository;

  DatasetService(DatasetRepository repository) {
    this.repository = repository;
  }

  /** In the order of names and digests, so that two runs that log the same do not lock up. */
  public void addInputs(long experiment, long run, List<DatasetInput> inputs) {
    inputs.stream()
        .sorted(
            Comparator.<DatasetInput, String>comparing(input -> input.dataset().name())
                .thenComparing(input -> input.dataset().digest()))
        .forEach(input -> repository.addInput(experiment, run, input));
  }

  /** At most a thousand; the first ones by experiment, name and digest. */
  public List<DatasetSummary> summaries(List<String> experimentIds) {
    return repository.summaries(
        experimentIds.stream().map(ExperimentService::parseId).toList(), MAX_SUMMARIES);
  }
}
