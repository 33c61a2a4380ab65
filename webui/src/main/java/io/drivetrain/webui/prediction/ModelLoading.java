package io.drivetrain.webui.prediction;

import io.drivetrain.models.bundle.BundleReader;
import io.drivetrain.models.bundle.ModelBundle;
import io.drivetrain.models.schema.RowReading;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ResolvedModel;
import jakarta.enterprise.context.ApplicationScoped;

/** Turns what the registry names into a model that is ready to answer. */
@ApplicationScoped
class ModelLoading {
  /** Enough for the first caller not to pay for class loading and cold code. */
  private static final int WARM_UP_CALLS = 200;

  private final ModelSource source;

  ModelLoading(ModelSource source) {
    this.source = source;
  }

  /**
   * @throws io.drivetrain.registry.client.http.RegistryClientException when the files cannot be had
   * @throws io.drivetrain.models.bundle.BundleException when they are no bundle
   */
  ServedModel load(ResolvedModel resolved) {
    ModelBundle bundle = BundleReader.read(source.load(resolved).files());
    warm(bundle);
    return ServedModel.of(resolved, bundle);
  }

  private static void warm(ModelBundle bundle) {
    RowReading example = bundle.schema().read(bundle.inputExample());
    for (int call = 0; call < WARM_UP_CALLS; call++) {
      bundle.predict(example);
    }
    bundle.explain(example.row());
  }
}
