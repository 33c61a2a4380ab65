package io.drivetrain.webui.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.drivetrain.registry.client.RegistryClient;
import io.drivetrain.registry.client.memory.InMemoryRegistry;
import io.drivetrain.webui.ServiceDoublesResource;
import io.drivetrain.webui.client.Refusal;
import io.drivetrain.webui.client.ServiceCallException.Service;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(ServiceDoublesResource.class)
class RegistryFailuresTest {
  @Inject Caller caller;
  InMemoryRegistry registry;

  @ApplicationScoped
  @FailsAsRegistryException
  static class Caller {
    private final RegistryClient registry;

    Caller(RegistryClient registry) {
      this.registry = registry;
    }

    void readUnknownVersion() {
      registry.models().version("no_such_model", "1");
    }
  }

  @Test
  void refusalKeepsTheWordsOfTheRegistry() {
    Refusal refusal = failure().refusal().orElseThrow();

    assertThat(refusal.isNotFound()).isTrue();
    assertThat(refusal.title()).contains("no_such_model");
  }

  @Test
  void registryThatIsDownRefusesNothing() {
    registry.stop();
    try {
      assertThat(failure().refusal()).isEmpty();
      assertThat(failure().service()).isEqualTo(Service.REGISTRY);
    } finally {
      registry.restart();
    }
  }

  private RegistryCallException failure() {
    return catchThrowableOfType(RegistryCallException.class, caller::readUnknownVersion);
  }
}
