package io.drivetrain.webui.registry;

import io.drivetrain.registry.client.http.RegistryClientException;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** What the registry's client throws, as a {@link RegistryCallException}. */
@FailsAsRegistryException
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class RegistryFailures {

  @AroundInvoke
  Object call(InvocationContext call) throws Exception {
    try {
      return call.proceed();
    } catch (RegistryClientException failed) {
      throw RegistryCallException.of(failed);
    }
  }
}
