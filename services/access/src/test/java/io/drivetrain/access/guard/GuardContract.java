package io.drivetrain.access.guard;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What the guard promises for every route; a test of each application implements it. */
public interface GuardContract {

  /** The routes of the application that runs. */
  GuardedRoutes routes() throws IOException;

  @Test
  default void everyRouteRefusesAStrangeHost() throws IOException {
    routes().refuseStrangeHosts();
  }

  @Test
  default void everyRouteRefusesARequestWithoutHost() throws IOException {
    routes().refuseAHostThatIsMissing();
  }

  @Test
  default void everyRouteRefusesAStrangeOrigin() throws IOException {
    routes().refuseStrangeOrigins();
  }

  @Test
  default void noRouteIsChangedByThePageOfAnotherSite() throws IOException {
    routes().refuseChangesByPagesOfOtherSites();
  }

  @Test
  default void noRouteTakesAFormOfAnotherSite() throws IOException {
    routes().refuseForms();
  }

  @Test
  default void everyAnswerHasTheSameHeaders() throws IOException {
    routes().haveTheSameHeaders();
  }

  @Test
  default void everyOperationAnswersAHostileBodyInItsOwnWords() throws IOException {
    routes().answerHostileBodies();
  }
}
