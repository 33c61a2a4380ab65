"""What people do with MLflow's Python client, against the server of MLFLOW_TRACKING_URI.

Usage: python_client.py FLOW NAME, with a name that nothing on the server has yet.
"""

import concurrent.futures
import subprocess
import sys

import mlflow
from mlflow import MlflowClient

FLOW, NAME = sys.argv[1:3]
CLIENT = MlflowClient()


def fitted():
    from sklearn.linear_model import LinearRegression

    return LinearRegression().fit([[1.0], [2.0], [3.0]], [2.0, 4.0, 6.0])


def autolog():
    mlflow.sklearn.autolog()
    with mlflow.start_run() as run:
        fitted()
    logged = CLIENT.get_run(run.info.run_id)
    assert logged.data.params["fit_intercept"] == "True", logged.data.params
    assert "training_r2_score" in logged.data.metrics, logged.data.metrics
    assert logged.info.status == "FINISHED", logged.info.status
    models = mlflow.search_logged_models(output_format="list")
    assert [model.source_run_id for model in models] == [run.info.run_id], models


def models():
    with mlflow.start_run():
        mlflow.sklearn.log_model(fitted(), name="model", registered_model_name=NAME)
    CLIENT.transition_model_version_stage(NAME, "1", "Production")
    CLIENT.set_registered_model_alias(NAME, "champion", "1")
    for uri in ("/1", "/Production", "/latest", "@champion"):
        model = mlflow.pyfunc.load_model("models:/" + NAME + uri)
        assert round(float(model.predict([[5.0]])[0]), 6) == 10.0, uri
    assert CLIENT.get_model_version_by_alias(NAME, "champion").version == "1"
    assert [found.name for found in CLIENT.search_registered_models("name = '%s'" % NAME)] == [NAME]


def search():
    for value in range(3):
        with mlflow.start_run(run_name="run-%d" % value):
            mlflow.log_param("p", value)
            mlflow.log_metric("m", value)
    found = mlflow.search_runs(
        filter_string="metrics.m > 0 AND params.p != '9'", order_by=["metrics.m DESC"]
    )
    assert list(found["metrics.m"]) == [2.0, 1.0], found
    assert list(found["tags.mlflow.runName"]) == ["run-2", "run-1"], found


def nested():
    with mlflow.start_run() as parent:
        for _ in range(2):
            with mlflow.start_run(nested=True):
                mlflow.log_metric("m", 1)
    children = mlflow.search_runs(
        filter_string="tags.mlflow.parentRunId = '%s'" % parent.info.run_id
    )
    assert len(children) == 2, children
    with mlflow.start_run(run_id=parent.info.run_id):
        mlflow.log_metric("later", 1)
    assert CLIENT.get_run(parent.info.run_id).data.metrics == {"later": 1.0}


def parallel():
    experiment = mlflow.get_experiment_by_name(NAME).experiment_id

    def log(worker):
        run = CLIENT.create_run(experiment).info.run_id
        for step in range(50):
            CLIENT.log_metric(run, "m", worker, step=step)
        CLIENT.set_terminated(run)
        return run

    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        runs = list(pool.map(log, range(8)))
    for worker, run in enumerate(runs):
        assert [m.value for m in CLIENT.get_metric_history(run, "m")] == [worker] * 50, run
    with mlflow.start_run() as run:
        for step in range(50):
            mlflow.log_metric("late", step, step=step, synchronous=False)
        mlflow.flush_async_logging()
    assert len(CLIENT.get_metric_history(run.info.run_id, "late")) == 50


def prompts():
    mlflow.genai.register_prompt(name=NAME, template="Hello {{name}}")
    mlflow.genai.register_prompt(name=NAME, template="Good day {{name}}")
    mlflow.genai.set_prompt_alias(NAME, "polite", version=2)
    prompt = mlflow.genai.load_prompt("prompts:/%s@polite" % NAME)
    assert prompt.format(name="Ann") == "Good day Ann", prompt
    assert not CLIENT.search_registered_models("name = '%s'" % NAME)


def cli():
    def run(*arguments):
        command = [sys.executable, "-m", "mlflow", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    run("experiments", "create", "--experiment-name", NAME + "-cli")
    assert NAME + "-cli" in run("experiments", "search")
    experiment = mlflow.get_experiment_by_name(NAME + "-cli").experiment_id
    run("experiments", "delete", "--experiment-id", experiment)
    assert CLIENT.get_experiment(experiment).lifecycle_stage == "deleted"


mlflow.set_experiment(NAME)
globals()[FLOW]()
