"""Scores a table as a Python user would, with no xgflow code: python score_model.py MODEL_URI CSV TARGET DROP,… CATEGORICAL,…

Prints the float32 bits of each row's probability, and what the model says of itself.
"""

import json
import sys

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb

uri, path, target, drop, categorical = sys.argv[1:6]
booster = mlflow.xgboost.load_model(uri)
frame = pd.read_csv(path).drop(columns=[target, *drop.split(",")])
for name in categorical.split(","):
    frame[name] = frame[name].astype("category")
scores = booster.predict(xgb.DMatrix(frame, enable_categorical=True, nthread=1))
served = mlflow.pyfunc.load_model(uri).predict(pd.read_csv(path))
info = mlflow.models.get_model_info(uri)
print(
    json.dumps(
        {
            "bits": [int(bits) for bits in scores.astype(np.float32).view(np.uint32)],
            "served": [int(bits) for bits in served.view(np.uint32)],
            "type": type(booster).__name__,
            "rounds": booster.num_boosted_rounds(),
            "attributes": booster.attributes(),
            "inputs": [column.name for column in info.signature.inputs],
            "flavors": sorted(info.flavors),
        }
    )
)
