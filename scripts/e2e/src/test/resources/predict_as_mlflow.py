"""Predicts rows with the model that an alias points to, over HTTP, as a user of MLflow does.

Usage: predict_as_mlflow.py REGISTRY_URL MODEL_NAME ALIAS < rows.json
In: a JSON list of rows. Out: {"client": "mlflow 3.11.2" or "by hand", "predictions": [...]}.

Where MLflow is installed this is mlflow.pyfunc.load_model. Elsewhere it is the requests that
MLflow's client makes, and what its loader does with the files.
"""

import importlib
import json
import os
import sys
import tempfile
import urllib.parse
import urllib.request

import pandas as pd

try:
    import mlflow
except ImportError:
    mlflow = None

PROXY = "mlflow-artifacts:"


def main():
    registry, name, alias = sys.argv[1:4]
    frame = pd.DataFrame(json.load(sys.stdin))
    if mlflow:
        mlflow.set_tracking_uri(registry)
        model = mlflow.pyfunc.load_model("models:/%s@%s" % (name, alias))
        client = "mlflow " + mlflow.__version__
        predictions = model.predict(frame)
    else:
        client = "by hand"
        with tempfile.TemporaryDirectory() as folder:
            predictions = list(by_hand(registry, name, alias, folder).predict(frame))
    json.dump({"client": client, "predictions": list(predictions)}, sys.stdout)


def by_hand(registry, name, alias, folder):
    version = get(registry, "registered-models/alias", name=name, alias=alias)["model_version"]
    assert version["source"].startswith("models:/m-"), version["source"]
    uri = get(registry, "model-versions/get-download-uri", name=name, version=version["version"])
    download(registry, uri["artifact_uri"][len(PROXY) :].strip("/"), folder)
    import yaml

    with open(os.path.join(folder, "MLmodel"), encoding="utf-8") as file:
        model = yaml.safe_load(file)
    assert version["source"] == "models:/" + model["model_id"], model["model_id"]
    flavor = model["flavors"]["python_function"]
    sys.path.insert(0, os.path.join(folder, flavor["code"]))
    return importlib.import_module(flavor["loader_module"])._load_pyfunc(folder)


def get(registry, path, **query):
    url = "%s/api/2.0/mlflow/%s?%s" % (registry, path, urllib.parse.urlencode(query))
    with urllib.request.urlopen(url) as answer:
        return json.load(answer)


def download(registry, path, folder):
    root = registry + "/api/2.0/mlflow-artifacts/artifacts"
    with urllib.request.urlopen(root + "?" + urllib.parse.urlencode({"path": path})) as answer:
        entries = json.load(answer).get("files", [])
    for entry in entries:
        place = os.path.join(folder, entry["path"])
        inside = path + "/" + entry["path"]
        if entry["is_dir"]:
            os.makedirs(place)
            download(registry, inside, place)
        else:
            urllib.request.urlretrieve(root + "/" + urllib.parse.quote(inside), place)


main()
