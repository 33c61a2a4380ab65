package io.drivetrain.webui;

import com.vaadin.browserless.BrowserlessTest;
import com.vaadin.browserless.internal.MockVaadin;
import com.vaadin.browserless.mocks.MockInstantiator;
import com.vaadin.browserless.mocks.MockService;
import com.vaadin.browserless.mocks.MockVaadinServlet;
import com.vaadin.browserless.mocks.MockedUI;
import com.vaadin.flow.di.DefaultInstantiator;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.i18n.I18NProvider;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import io.drivetrain.webui.language.Translations;
import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests of views without a browser, whose views and texts come from the application's container.
 */
public abstract class CdiBrowserlessTest extends BrowserlessTest {

  @Override
  @BeforeEach
  protected void initVaadinEnvironment() {
    scanTesters();
    MockVaadin.setup(MockedUI::new, new Servlet(), lookupServices());
    initSignalsSupport();
  }

  private final class Servlet extends MockVaadinServlet {
    Servlet() {
      super(discoverRoutes(), MockedUI::new);
    }

    @Override
    protected VaadinServletService createServletService(DeploymentConfiguration configuration) {
      MockService service = new Service(this, configuration);
      try {
        service.init();
      } catch (ServiceException e) {
        throw new IllegalStateException(e);
      }
      getRoutes().register(service.getContext());
      return service;
    }
  }

  private static final class Service extends MockService {
    private Instantiator instantiator;

    Service(MockVaadinServlet servlet, DeploymentConfiguration configuration) {
      super(servlet, configuration, MockedUI::new);
    }

    @Override
    public Instantiator getInstantiator() {
      if (instantiator == null) {
        instantiator = new MockInstantiator(new Beans(this));
      }
      return instantiator;
    }
  }

  private static final class Beans extends DefaultInstantiator {
    Beans(MockService service) {
      super(service);
    }

    @Override
    public <T> T getOrCreate(Class<T> type) {
      InstanceHandle<T> bean = Arc.container().instance(type);
      return bean.isAvailable() ? bean.get() : super.getOrCreate(type);
    }

    @Override
    public I18NProvider getI18NProvider() {
      return new Translations();
    }
  }
}
