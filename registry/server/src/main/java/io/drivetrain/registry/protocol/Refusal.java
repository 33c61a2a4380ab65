package io.drivetrain.registry.protocol;

import static io.drivetrain.registry.protocol.ErrorCode.BAD_REQUEST;
import static io.drivetrain.registry.protocol.ErrorCode.INVALID_PARAMETER_VALUE;
import static io.drivetrain.registry.protocol.ErrorCode.RESOURCE_ALREADY_EXISTS;
import static io.drivetrain.registry.protocol.ErrorCode.RESOURCE_DOES_NOT_EXIST;

/**
 * The sentences of MLflow's server that its clients and its tests match, each with its code. Words
 * of our own may follow them, but for {@link #INVALID_PATH}, which clients compare as a whole.
 *
 * <p>{@code RefusalTest} has a request for each.
 */
public enum Refusal {
  MISSING_VALUE(
      INVALID_PARAMETER_VALUE,
      "Missing value for required parameter '%s'. See the API docs for more information about request parameters."),
  /** The value in its JSON form, the path of the field, and Python's name for the type. */
  WRONG_TYPE(
      INVALID_PARAMETER_VALUE,
      "Invalid value %s for parameter '%s' supplied: Hint: Value was of type '%s'. See the API docs for more information about request parameters. Expected %s."),
  WRONG_VALUE(INVALID_PARAMETER_VALUE, "Invalid value %s for parameter '%s' supplied: %s"),
  TOO_LONG(INVALID_PARAMETER_VALUE, "'%s' exceeds the maximum length of %d characters. It has %d."),
  NOT_AN_INTEGER(INVALID_PARAMETER_VALUE, "Parameter '%s' must be an integer, got '%s'."),
  INVALID_PATH(INVALID_PARAMETER_VALUE, "Invalid path"),

  UPLOAD_WITHOUT(INVALID_PARAMETER_VALUE, "Request must specify %s."),
  UPLOAD_TOO_LARGE(
      INVALID_PARAMETER_VALUE,
      "Artifact size is too large. Max size is 10MB. Upload it to mlflow-artifacts/artifacts."),

  BULK_WITHOUT_RUNS(
      INVALID_PARAMETER_VALUE, "GetMetricHistoryBulk request must specify at least one run_id."),
  BULK_OF_TOO_MANY_RUNS(
      INVALID_PARAMETER_VALUE,
      "GetMetricHistoryBulk request cannot specify more than %d run_ids. Received %d run_ids."),
  BULK_WITHOUT_KEY(
      INVALID_PARAMETER_VALUE, "GetMetricHistoryBulk request must specify a metric_key."),
  INTERVAL_OF_TOO_MANY_RUNS(
      INVALID_PARAMETER_VALUE,
      "GetMetricHistoryBulkInterval request must specify at most %d run_ids. Received %d run_ids."),
  INTERVAL_PAGE(INVALID_PARAMETER_VALUE, "max_results must be between 1 and %d."),
  INTERVAL_HALF_OPEN(
      INVALID_PARAMETER_VALUE,
      "If either start step or end step are specified, both must be specified."),
  INTERVAL_BACKWARDS(
      INVALID_PARAMETER_VALUE,
      "end_step must be greater than start_step. Found start_step=%d and end_step=%d."),

  DATASETS_OF_NOTHING(
      INVALID_PARAMETER_VALUE, "SearchDatasets request must specify at least one experiment_id."),
  DATASETS_OF_TOO_MANY(
      INVALID_PARAMETER_VALUE,
      "SearchDatasets request cannot specify more than %d experiment_ids. Received %d experiment_ids."),

  BATCH_TOO_LARGE(
      INVALID_PARAMETER_VALUE,
      "A batch logging request can contain at most %1$d %2$s. Got %3$d %2$s. Please split up %2$s across multiple requests and try again."),
  PARAM_TWICE(
      INVALID_PARAMETER_VALUE,
      "Duplicate parameter keys have been submitted: ['%s']. Please ensure the request contains only one param value per param key."),
  PARAM_CHANGED(
      INVALID_PARAMETER_VALUE,
      "Changing param values is not allowed. Param with key='%s' was already logged with value='%s' for run ID='%s'. Attempted logging new value '%s'."),
  MODEL_PARAM_CHANGED(
      BAD_REQUEST,
      "Changing param values is not allowed. Param with key='%s' was already logged with value='%s' for model ID='%s'. Attempted logging new value '%s'."),
  RUN_NAMES_DIFFER(
      INVALID_PARAMETER_VALUE,
      "Both 'run_name' argument and 'mlflow.runName' tag are specified, but with different values (run_name='%s', mlflow.runName='%s')."),
  NOT_ACTIVE(
      INVALID_PARAMETER_VALUE, "The %s %s must be in the 'active' state. Current state is %s."),

  WRONG_MODEL_NAME(
      INVALID_PARAMETER_VALUE,
      "Invalid model name '%s'. Names cannot contain '/' or ':'. Neither may they hold '\\' or be '.' or '..'."),
  LOCAL_SOURCE(
      INVALID_PARAMETER_VALUE,
      "Invalid model version source: '%s'. To use a local path as a model version source, the run_id request parameter has to be specified and the local path has to be contained within the artifact directory of the run specified by the run_id."),
  RELATIVE_SOURCE(
      INVALID_PARAMETER_VALUE,
      "Invalid model version source: '%s'. If supplying a source as an http, https, local file path, ftp, objectstore, or mlflow-artifacts uri, an absolute path must be provided without relative path references present. Please provide an absolute path."),
  UNSAFE_SOURCE(INVALID_PARAMETER_VALUE, "Invalid model version source: '%s'. %s"),
  RUNS_LOCATION(INVALID_PARAMETER_VALUE, "Artifact location cannot be a runs:/ URI. Given: '%s'"),
  LOCATION_WITH_FRAGMENT(
      INVALID_PARAMETER_VALUE, "'artifact_location' URL can't include fragments or params."),
  LOCATION_TOO_LONG(
      INVALID_PARAMETER_VALUE,
      "Invalid artifact path length. The length of the artifact path cannot be greater than %d characters."),
  UNSAFE_LOCATION(INVALID_PARAMETER_VALUE, "Invalid artifact_location: '%s'. %s"),

  NO_EXPERIMENT(RESOURCE_DOES_NOT_EXIST, "No Experiment with id=%s exists"),
  NO_EXPERIMENT_OF_NAME(RESOURCE_DOES_NOT_EXIST, "Could not find experiment with name '%s'"),
  EXPERIMENT_EXISTS(RESOURCE_ALREADY_EXISTS, "Experiment(name=%s) already exists."),
  NO_RUN(RESOURCE_DOES_NOT_EXIST, "Run with id=%s not found"),
  NO_RUN_TAG(RESOURCE_DOES_NOT_EXIST, "No tag with name: %s in run with id %s"),
  NO_MODEL(RESOURCE_DOES_NOT_EXIST, "Registered Model with name=%s not found"),
  MODEL_EXISTS(RESOURCE_ALREADY_EXISTS, "Registered Model (name=%s) already exists."),
  NO_VERSION(RESOURCE_DOES_NOT_EXIST, "Model Version (name=%s, version=%s) not found"),
  NO_ALIAS(INVALID_PARAMETER_VALUE, "Registered model alias %s not found."),
  NO_LOGGED_MODEL(RESOURCE_DOES_NOT_EXIST, "Logged model with ID '%s' not found."),
  NO_EVALUATION_DATASET(RESOURCE_DOES_NOT_EXIST, "Evaluation dataset with id '%s' not found"),
  WEBHOOK_WITHOUT_URL(INVALID_PARAMETER_VALUE, "Webhook URL cannot be empty or just whitespace"),
  WEBHOOK_SCHEME(
      INVALID_PARAMETER_VALUE, "Invalid webhook URL scheme: '%s'. Allowed schemes are: https."),
  NO_WEBHOOK(RESOURCE_DOES_NOT_EXIST, "Webhook with ID %s not found."),
  NO_TRACE(RESOURCE_DOES_NOT_EXIST, "Trace with ID '%s' not found."),
  NO_LOGGED_MODEL_TAG(RESOURCE_DOES_NOT_EXIST, "No tag with key '%s' on the logged model '%s'.");

  private final ErrorCode code;
  private final String template;

  Refusal(ErrorCode code, String template) {
    this.code = code;
    this.template = template;
  }

  ErrorCode code() {
    return code;
  }

  String template() {
    return template;
  }

  /**
   * @param values for the places of the template
   */
  public RegistryException with(Object... values) {
    return RegistryException.of(code, template.formatted(values));
  }
}
