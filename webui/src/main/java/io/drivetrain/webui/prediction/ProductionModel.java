package io.drivetrain.webui.prediction;

import io.drivetrain.access.problem.Incident;
import io.drivetrain.models.bundle.BundleException;
import io.drivetrain.registry.client.http.ErrorCode;
import io.drivetrain.registry.client.http.RegistryClientException;
import io.drivetrain.registry.client.source.ModelSource;
import io.drivetrain.registry.client.source.ModelUri;
import io.drivetrain.registry.client.source.ResolvedModel;
import io.drivetrain.webui.prediction.ServingState.FailedLoad;
import io.drivetrain.webui.prediction.ServingState.NoModel;
import io.drivetrain.webui.prediction.ServingState.Serving;
import io.drivetrain.webui.prediction.ServingState.ServingPrevious;
import io.drivetrain.webui.prediction.ServingState.Starting;
import io.drivetrain.webui.prediction.ServingState.Unloadable;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The model that answers: always the one in production. It follows the registry; a new version is
 * loaded and warmed beside the old one and then takes its place at once, so that no caller ever
 * meets a model half-way. A version that cannot be loaded leaves the old one answering.
 */
@ApplicationScoped
public class ProductionModel {
  private final ModelSource source;
  private final ModelLoading loading;
  private final ModelUri uri;
  private final Set<Consumer<ServingState>> listeners = ConcurrentHashMap.newKeySet();
  private volatile ServingState state = new Starting();
  private AutoCloseable watch = () -> {};

  ProductionModel(ModelSource source, ModelLoading loading, PredictionConfig config) {
    this.source = source;
    this.loading = loading;
    this.uri = new ModelUri.OfAlias(config.modelName(), config.alias());
  }

  public ServingState state() {
    return state;
  }

  public Optional<ServedModel> model() {
    return state.model();
  }

  /**
   * Tells every later state, on another thread.
   *
   * @return ends that
   */
  public Runnable onChange(Consumer<ServingState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void start(@Observes StartupEvent startup) {
    watch = source.watch(uri, this::follow);
  }

  void stop(@Observes ShutdownEvent shutdown) throws Exception {
    watch.close();
  }

  /** Called one at a time; an exception makes the watch call again. */
  private void follow(Optional<ResolvedModel> resolved) {
    if (resolved.isEmpty()) {
      become(new NoModel());
      return;
    }
    ResolvedModel wanted = resolved.get();
    Optional<ServedModel> served = model();
    if (served.filter(model -> model.isMadeFrom(wanted)).isPresent()) {
      become(new Serving(served.get().inStage(wanted.stage())));
      return;
    }
    try {
      become(new Serving(loading.load(wanted)));
    } catch (RuntimeException e) {
      fail(wanted, e);
      if (!isLasting(e)) {
        throw e;
      }
    }
  }

  /** A bundle that is damaged stays so: only another version helps. */
  private static boolean isLasting(RuntimeException failure) {
    return failure instanceof BundleException
        || failure instanceof RegistryClientException refused
            && refused.errorCode() == ErrorCode.CORRUPT_MODEL;
  }

  private void fail(ResolvedModel wanted, RuntimeException reason) {
    FailedLoad failed = new FailedLoad(wanted.version(), words(wanted, reason));
    become(
        model()
            .<ServingState>map(previous -> new ServingPrevious(previous, failed))
            .orElseGet(() -> new Unloadable(failed)));
  }

  private static String words(ResolvedModel wanted, RuntimeException reason) {
    return reason instanceof BundleException || reason instanceof RegistryClientException
        ? reason.getMessage()
        : Incident.text(Incident.log("loading " + wanted, reason));
  }

  private void become(ServingState next) {
    if (next.equals(state)) {
      return;
    }
    state = next;
    Log.log(next.isFailure() ? Logger.Level.ERROR : Logger.Level.INFO, next.describe());
    listeners.forEach(listener -> tell(listener, next));
  }

  /** A page that is just being closed must not keep the model from changing. */
  private static void tell(Consumer<ServingState> listener, ServingState next) {
    try {
      listener.accept(next);
    } catch (RuntimeException e) {
      Log.debug("A listener missed a change of the model", e);
    }
  }
}
