"""Random requests of MLflow's protocol, the same for the same seed.

In their texts @@ begins a name of the registry that they are sent to, and $3$ or {"$": 3} is the id
of the fourth thing that was made there.
"""

import collections
import random

API = "/api/2.0/mlflow/"
JUNK = [
    None, "", " ", 7, 1.5, True, [], {}, "x" * 600, "NaN", "é\u0000", "../x", "a/b", -1, "null",
]


class Requests:
    """Makes the requests: mostly sound ones, a quarter with one part of it spoilt."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.things = collections.defaultdict(list)
        self.count = 0

    def next(self):
        """Method, path, content, and of what the answer has the id: (kind, JSON pointer)."""
        method, path, content, makes = self.random.choice(self._possible())()
        if not path.startswith("/"):
            path = API + path
        if content and self.random.random() < 0.25:
            key = self.random.choice(sorted(content))
            content = dict(content)
            if self.random.random() < 0.3:
                del content[key]
            else:
                content[key] = self.random.choice(JUNK)
            if method == "GET":
                content = {k: v for k, v in content.items() if isinstance(v, (str, int, float))}
        return method, path, content, makes

    def note(self, kind, number):
        self.things[kind].append(number)

    def _possible(self):
        possible = [self.create_experiment, self.create_model]
        if self.things["experiment"]:
            possible += [self.experiment] * 3 + [self.create_run] * 3 + [self.create_logged_model]
            possible += [self.search_runs] * 3
        if self.things["run"]:
            possible += [self.log] * 8 + [self.run] * 4 + [self.history] * 2
        if self.things["model"]:
            possible += [self.model] * 4 + [self.create_version] * 3 + [self.version] * 4
        if self.things["logged"]:
            possible += [self.logged_model] * 3
        return possible

    def a(self, kind):
        return {"$": self.random.choice(self.things[kind])}

    def in_text(self, kind):
        return "$%d$" % self.random.choice(self.things[kind])

    def new_name(self):
        self.count += 1
        return "@@%d" % self.count

    def key(self):
        return self.random.choice(["a", "b", "rmse", "loss/val", "c d", "é", "a.b", "x:y"])

    def text(self):
        return self.random.choice(["1", "two", "", "päron", "a 'quote'", "0.5", "x" * 300])

    def number(self):
        return self.random.choice([0, 1, -1, 0.5, 1e300, "NaN", "Infinity", 12345678901])

    def pair(self):
        return {"key": self.key(), "value": self.text()}

    def create_experiment(self):
        content = {"name": self.new_name(), "tags": [self.pair()]}
        return "POST", "experiments/create", content, ("experiment", "/experiment_id")

    def experiment(self):
        one = self.a("experiment")
        renamed = {"experiment_id": one, "new_name": self.new_name()}
        untagged = {"experiment_id": one, "key": self.key()}
        search = {"max_results": 5, "filter": "name LIKE '@@%'"}
        named = {"experiment_name": "@@%d" % self.random.randint(1, 9)}
        return self.random.choice(
            [
                ("GET", "experiments/get", {"experiment_id": one}, None),
                ("POST", "experiments/update", renamed, None),
                ("POST", "experiments/set-experiment-tag", {"experiment_id": one, **self.pair()}, None),
                ("POST", "experiments/delete-experiment-tag", untagged, None),
                ("POST", "experiments/search", search, None),
                ("GET", "experiments/get-by-name", named, None),
            ]
        )

    def create_run(self):
        self.count += 1
        content = {"experiment_id": self.a("experiment"), "run_name": "one"}
        content["start_time"] = 1000 + self.count  # else their order follows from random ids
        content["tags"] = [self.pair()]
        return "POST", "runs/create", content, ("run", "/run/info/run_id")

    def point(self):
        return {
            "key": self.key(),
            "value": self.number(),
            "timestamp": self.random.randint(0, 5),
            "step": self.random.randint(-1, 5),
        }

    def log(self):
        one = self.a("run")
        batch = {"run_id": one, "metrics": [self.point(), self.point()]}
        batch.update({"params": [self.pair()], "tags": [self.pair()]})
        data = {"name": "d", "digest": "1", "source_type": "local", "source": "{}"}
        return self.random.choice(
            [
                ("POST", "runs/log-metric", {"run_id": one, **self.point()}, None),
                ("POST", "runs/log-parameter", {"run_id": one, **self.pair()}, None),
                ("POST", "runs/set-tag", {"run_id": one, **self.pair()}, None),
                ("POST", "runs/delete-tag", {"run_id": one, "key": self.key()}, None),
                ("POST", "runs/log-batch", batch, None),
                ("POST", "runs/log-inputs", {"run_id": one, "datasets": [{"dataset": data}]}, None),
            ]
        )

    def run(self):
        one = self.a("run")
        status = self.random.choice(["RUNNING", "FINISHED", "FAILED", "KILLED", 3, "DONE"])
        update = {"run_id": one, "status": status, "end_time": 2000}
        return self.random.choice(
            [
                ("GET", "runs/get", {"run_id": one}, None),
                ("GET", "runs/get", {"run_uuid": one}, None),
                ("POST", "runs/update", update, None),
                ("POST", "runs/update", {"run_id": one, "run_name": "two"}, None),
                ("POST", "runs/delete", {"run_id": one}, None),
                ("POST", "runs/restore", {"run_id": one}, None),
                ("GET", "artifacts/list", {"run_id": one}, None),
            ]
        )

    def history(self):
        one = self.a("run")
        bulk = {"run_ids": [one], "metric_key": self.key(), "max_results": 3}
        history = {"run_id": one, "metric_key": self.key(), "max_results": 9}
        return self.random.choice(
            [
                ("GET", "metrics/get-history", history, None),
                ("GET", "metrics/get-history-bulk-interval", bulk, None),
            ]
        )

    def search_runs(self):
        comparison = self.random.choice(
            [
                "metrics.a > 0", "metrics.rmse != 1", "params.b = '1'", "tags.a LIKE '%o%'",
                "attributes.status = 'FINISHED'", "run_name ILIKE 'ONE'", "params.a IS NULL",
                "metrics.a > '1'", "params.a > '1'", "attributes.nothing = '1'", "tags.a", "",
                "start_time >= 1000", "datasets.name = 'd'", "metrics.`c d` <= 1",
            ]
        )
        other = self.random.choice(["", "", " AND tags.b != 'two'", " AND metrics.a < 5", " AND"])
        content = {
            "experiment_ids": [self.a("experiment")],
            "filter": comparison + other if comparison else "",
            "max_results": self.random.choice([1, 3, 50]),
            "order_by": self.random.choice(
                [[], ["metrics.a DESC"], ["params.b"], ["start_time"], ["tags.a DESC"], ["nothing"]]
            ),
            "run_view_type": self.random.choice(["ACTIVE_ONLY", "ALL", "DELETED_ONLY"]),
        }
        return "POST", "runs/search", content, None

    def create_model(self):
        name = self.new_name()
        content = {"name": name, "description": self.text(), "tags": [self.pair()]}
        return "POST", "registered-models/create", content, ("model", "/registered_model/name")

    def model(self):
        one = self.a("model")
        alias = self.random.choice(["champion", "best-1", "latest", "v1", "a b", ""])
        search = {"filter": "name LIKE '@@%'", "max_results": 5}
        return self.random.choice(
            [
                ("GET", "registered-models/get", {"name": one}, None),
                ("PATCH", "registered-models/update", {"name": one, "description": self.text()}, None),
                ("POST", "registered-models/set-tag", {"name": one, **self.pair()}, None),
                ("DELETE", "registered-models/delete-tag", {"name": one, "key": self.key()}, None),
                ("POST", "registered-models/alias", {"name": one, "alias": alias, "version": "1"}, None),
                ("GET", "registered-models/alias", {"name": one, "alias": alias}, None),
                ("DELETE", "registered-models/alias", {"name": one, "alias": alias}, None),
                ("POST", "registered-models/get-latest-versions", {"name": one}, None),
                ("GET", "registered-models/search", search, None),
            ]
        )

    def create_version(self):
        sources = ["s3://bucket/model", "runs:/abc/model", "dummy-source", "mlflow-artifacts:/1/x"]
        if self.things["logged"]:
            sources += ["models:/" + self.in_text("logged")] * 2
        content = {"name": self.a("model"), "source": self.random.choice(sources)}
        return "POST", "model-versions/create", content, None

    def version(self):
        one = {"name": self.a("model"), "version": self.random.choice(["1", "1", "2", "9", "x"])}
        stage = self.random.choice(["Staging", "production", "None", "Archived", "Live"])
        moved = {**one, "stage": stage, "archive_existing_versions": False}
        search = {"filter": "name = '%s'" % self.in_text("model"), "max_results": 5}
        return self.random.choice(
            [
                ("GET", "model-versions/get", one, None),
                ("GET", "model-versions/get-download-uri", one, None),
                ("PATCH", "model-versions/update", {**one, "description": self.text()}, None),
                ("POST", "model-versions/transition-stage", moved, None),
                ("POST", "model-versions/set-tag", {**one, **self.pair()}, None),
                ("DELETE", "model-versions/delete-tag", {**one, "key": self.key()}, None),
                ("GET", "model-versions/search", search, None),
            ]
        )

    def create_logged_model(self):
        content = {"experiment_id": self.a("experiment"), "name": "model", "params": [self.pair()]}
        return "POST", "logged-models", content, ("logged", "/model/info/model_id")

    def logged_model(self):
        path = "logged-models/" + self.in_text("logged")
        one = {"model_id": path.split("/")[1]}
        ready = {**one, "status": self.random.choice(["LOGGED_MODEL_READY", 3, "LOGGED_MODEL_X"])}
        return self.random.choice(
            [
                ("GET", path, {}, None),
                ("PATCH", path, ready, None),
                ("PATCH", path + "/tags", {**one, "tags": [self.pair()]}, None),
                ("POST", path + "/params", {**one, "params": [self.pair()]}, None),
                ("GET", path + "/artifacts/directories", {}, None),
            ]
        )
