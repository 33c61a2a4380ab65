package io.drivetrain.embedded.supervision;

import java.util.Optional;

/** How one service is started. */
interface Service {
  /**
   * Starts it. May wait until it is ready, for as long as the process lives.
   *
   * @throws io.drivetrain.embedded.EmbeddedServerException if it cannot be started
   */
  Running start();

  /**
   * The process that an earlier supervisor left, where it still is what is wanted. One that is not
   * is stopped.
   */
  Optional<Running> adopt();
}
