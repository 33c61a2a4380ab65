package io.drivetrain.registry.audit;

/**
 * What happened. Texts are null where there is nothing to say.
 *
 * @param key of a tag or an alias
 * @param reason in the words of the one who did it
 */
public record Change(
    Action action, Subject subject, String key, String before, String after, String reason) {

  public static Change of(Action action, Subject subject) {
    return of(action, subject, null, null);
  }

  public static Change of(Action action, Subject subject, String before, String after) {
    return new Change(action, subject, null, before, after, null);
  }

  public static Change of(Action action, Subject subject, String key, String before, String after) {
    return new Change(action, subject, key, before, after, null);
  }

  public Change because(String why) {
    return new Change(action, subject, key, before, after, why);
  }
}
