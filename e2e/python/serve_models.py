"""Scores a table with models as `mlflow.pyfunc` does, levels as they are: python serve_models.py CSV MODEL_URI ...

Prints for each URI the float32 bits of each row's score, and the labels.
"""

import json
import logging
import sys

import mlflow
import numpy as np
import pandas as pd

logging.disable(logging.WARNING)
path, *uris = sys.argv[1:]
frame = pd.read_csv(path)
found = {}
for uri in uris:
    model = mlflow.pyfunc.load_model(uri)
    scores = model.predict(frame)
    labels = model.predict(frame, params={"output": "label"})
    found[uri] = {"bits": [int(bits) for bits in scores.view(np.uint32).ravel()], "labels": labels.tolist()}
print(json.dumps(found))
