"""Loads a model directory as mlflow.pyfunc.load_model does, and predicts rows from standard input.

In: a JSON list of rows. Out: {"rows": each row's prediction alone, null where it was refused,
"frame": the predictions of all rows that were not refused, in one data frame}.
"""

import importlib
import json
import os
import sys

import pandas as pd
import yaml

path = sys.argv[1]
with open(os.path.join(path, "MLmodel"), encoding="utf-8") as file:
    flavor = yaml.safe_load(file)["flavors"]["python_function"]
sys.path.insert(0, os.path.join(path, flavor["code"]))
model = importlib.import_module(flavor["loader_module"])._load_pyfunc(path)

rows = json.load(sys.stdin)
answers = []
for row in rows:
    try:
        answers.append(list(model.predict(pd.DataFrame([row])))[0])
    except ValueError:
        answers.append(None)
usable = [row for row, answer in zip(rows, answers) if answer is not None]
frame = list(model.predict(pd.DataFrame(usable)))
json.dump({"rows": answers, "frame": frame}, sys.stdout)
