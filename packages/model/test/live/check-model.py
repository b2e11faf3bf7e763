"""What Python's MLflow and XGBoost make of a model directory: JSON on stdout.

check-model.py DIRECTORY CSV [CATEGORICAL ...]
"""

import base64
import json
import logging
import sys
import warnings
from pathlib import Path

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from mlflow.models import Model

warnings.simplefilter("ignore")
logging.disable(logging.WARNING)
directory, csv = sys.argv[1:3]
features = json.loads((Path(directory) / "xgflow" / "codec.json").read_text())["features"]

frame = pd.read_csv(csv)[[feature["name"] for feature in features]]
codes = frame.copy()
for feature in features:
    if feature["kind"] == "categorical":
        name = feature["name"]
        frame[name] = pd.Categorical(frame[name], categories=feature["levels"])
        codes[name] = frame[name].cat.codes.astype("float64").where(frame[name].cat.codes >= 0)


def text(values: object) -> str:
    return base64.b64encode(np.asarray(values, dtype=np.float32).tobytes()).decode()


model = Model.load(directory)
native = mlflow.xgboost.load_model(directory)
pyfunc = mlflow.pyfunc.load_model(directory)
example = model.load_input_example(directory)
report = {
    "native": text(native.predict(xgb.DMatrix(frame, enable_categorical=True))),
    "pyfunc": text(pyfunc.predict(codes)),
    "example": text(pyfunc.predict(example)),
    "inputs": model.signature.inputs.to_dict(),
    "outputs": model.signature.outputs.to_dict(),
    "time": str(model.utc_time_created),
    "run_id": model.run_id,
    "levels": "accepted",
}
try:
    pyfunc.predict(frame)
except Exception as error:
    report["levels"] = type(error).__name__
print(json.dumps(report))
