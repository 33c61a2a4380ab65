package io.drivetrain.bench;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Numbers of a command line that are too small or too large are refused with their bounds. */
public final class CommandLineBounds {
  private CommandLineBounds() {}

  /**
   * @param name of the option or parameter
   * @throws ParameterException naming it, the bounds and the value
   */
  public static int within(CommandSpec command, String name, int value, int least, int most) {
    if (value < least || value > most) {
      throw new ParameterException(
          command.commandLine(),
          "%s must be a number from %d to %d, not %d".formatted(name, least, most, value));
    }
    return value;
  }
}
