"""Scores a regression with an exposure as a Python user would: python score_severity.py RUN_ID CSV

Reads the model, split.csv and sweep.json of the run, predicts the test rows with the log of the exposure as base margin, and
once more with twice the exposure. Prints scikit-learn's metrics of them and how far the doubled predictions are from double.
"""

import json
import sys

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn import metrics

run_id, path = sys.argv[1:3]
run = mlflow.MlflowClient().get_run(run_id)


def artifact(name):
    return mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=name)


config = json.load(open(artifact("sweep.json")))
split = pd.read_csv(artifact("split.csv"))
frame = pd.read_csv(path, float_precision="round_trip").drop(columns=config["drop"])
label = frame.pop(config["target"]).to_numpy()
exposure = frame.pop(config["exposure"]).to_numpy()
for name in config["categorical"]:
    frame[name] = frame[name].astype("category")
rows = split[split.part == "test"].row.to_numpy()

booster = mlflow.xgboost.load_model(f"models:/{run.data.tags['xgflow.model_id']}")


def predict(times):
    matrix = xgb.DMatrix(frame.iloc[rows], base_margin=np.log(times * exposure[rows]), enable_categorical=True, nthread=1)
    return booster.predict(matrix).astype(np.float64)


y, once, twice = label[rows], predict(1), predict(2)
print(
    json.dumps(
        {
            "test_mape": metrics.mean_absolute_percentage_error(y, once),
            "test_rmse": metrics.root_mean_squared_error(y, once),
            "test_mae": metrics.mean_absolute_error(y, once),
            "test_r2": metrics.r2_score(y, once),
            "test_deviance": metrics.mean_gamma_deviance(y, once),
            "test_pinball": metrics.mean_pinball_loss(y, once),
            "test_ae_ratio": y.sum() / once.sum(),
            "off_double": float(np.abs(twice / once / 2 - 1).max()),
            "rows": [int(row) for row in rows[:20]],
            "predictions": [float(value) for value in once[:20]],
        }
    )
)
