package io.drivetrain.models.schema;

/**
 * What can be wrong with a field, or worth knowing about it. The text is English; translations go
 * by the name of the code. {@code {0}}, {@code {1}} stand for the arguments of the issue, in the
 * order given here.
 */
public enum IssueCode {
  /** {0} what is accepted. */
  REQUIRED(true, "is required; accepted: {0}"),
  /** {0} what was given, {1} what is accepted. */
  NOT_A_NUMBER(true, "\"{0}\" is not a number; accepted: {1}"),
  /** {0} what was given, {1} and {2} how it can be read. */
  AMBIGUOUS_NUMBER(true, "\"{0}\" can be read as {1} and as {2}; write {1} or {2}"),
  /** {0} what was given, {1} what is accepted. */
  NOT_AN_INTEGER(true, "\"{0}\" is not a whole number; accepted: {1}"),
  /** {0} what was given, {1} what is accepted. */
  OUT_OF_RANGE(true, "{0} is out of range; accepted: {1}"),
  /** {0} what was given, {1} what is accepted. */
  NOT_IN_LIST(true, "\"{0}\" is not in the list; accepted: {1}"),
  /** {0} what was given, {1} the values that may be meant. */
  AMBIGUOUS_VALUE(true, "\"{0}\" is not in the list; did you mean {1}?"),
  /** {0} what was given, {1} what is accepted. */
  NOT_A_BOOLEAN(true, "\"{0}\" is neither yes nor no; accepted: {1}"),
  /** {0} what was given, {1} what is accepted. */
  NOT_A_DATE(true, "\"{0}\" is not a day; accepted: {1}"),
  /** {0} length given, {1} what is accepted. */
  TOO_LONG(true, "has {0} characters; accepted: {1}"),
  /** {0} kind of value given (list, object, number, boolean), {1} what is accepted. */
  WRONG_TYPE(true, "must be a single value of another type than {0}; accepted: {1}"),
  /** {0} nearest known field, empty when none is near, {1} all known fields. */
  UNKNOWN_FIELD(true, "is not a known field; known: {1}"),
  /** {0} first name given, {1} second name given. */
  DUPLICATE_FIELD(true, "is given twice, as \"{0}\" and as \"{1}\"; keep one"),

  /** {0} what was given, {1} the value that it was read as. */
  READ_AS(false, "\"{0}\" was read as \"{1}\""),
  /** {0} what was given. */
  UNSEEN_VALUE(false, "\"{0}\" does not occur in the training data"),
  /** {0} what was given, {1} parent feature, {2} its value. */
  UNSEEN_COMBINATION(false, "\"{0}\" does not occur with {1} \"{2}\" in the training data"),
  /** {0} what was given, {1} smallest and {2} greatest value of the training data. */
  OUTSIDE_TRAINING_RANGE(false, "{0} is outside the training data, which has {1} .. {2}"),
  /** No arguments. */
  MISSING_VALUE(false, "is missing"),
  /** No arguments. The field is what the model predicts. */
  TARGET_IGNORED(false, "is what the model predicts; the value given is ignored");

  private final boolean error;
  private final String text;

  IssueCode(boolean error, String text) {
    this.error = error;
    this.text = text;
  }

  /** True when the row cannot be used, false for a warning. */
  public boolean isError() {
    return error;
  }

  String text() {
    return text;
  }
}
