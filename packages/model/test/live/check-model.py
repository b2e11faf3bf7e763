"""What Python's MLflow and XGBoost make of a model directory: JSON on stdout.

check-model.py CSV DIRECTORY ...
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


def text(values: object) -> str:
    return base64.b64encode(np.asarray(values, dtype=np.float32).tobytes()).decode()


def frame_of(csv: str, features: list, exposure: str | None) -> pd.DataFrame:
    texts = [f["name"] for f in features if f["kind"] == "categorical" and isinstance(f["levels"][0], str)]
    frame = pd.read_csv(csv, dtype=dict.fromkeys(texts, str))
    return frame[[f["name"] for f in features] + ([exposure] if exposure else [])]


def report(directory: str, csv: str) -> dict:
    features = json.loads((Path(directory) / "xgflow" / "codec.json").read_text())["features"]
    record = json.loads((Path(directory) / "xgflow" / "model.json").read_text())
    exposure = record.get("exposure")
    frame = frame_of(csv, features, exposure)
    model = Model.load(directory)
    pyfunc = mlflow.pyfunc.load_model(directory)
    found = {
        "pyfunc": text(pyfunc.predict(frame)),
        "example": text(pyfunc.predict(model.load_input_example(directory))),
        "inputs": model.signature.inputs.to_dict(),
        "outputs": model.signature.outputs.to_dict(),
        "time": str(model.utc_time_created),
        "run_id": model.run_id,
    }
    if model.signature.params and record["target"]["task"] != "regression":
        found["labels"] = pyfunc.predict(frame, params={"output": "label"}).tolist()
    if "ensemble" not in record:
        for feature in features:
            if feature["kind"] == "categorical":
                frame[feature["name"]] = pd.Categorical(frame[feature["name"]], categories=feature["levels"])
        margin = np.log(frame.pop(exposure)) if exposure else None
        data = xgb.DMatrix(frame, base_margin=margin, enable_categorical=True)
        found["native"] = text(mlflow.xgboost.load_model(directory).predict(data))
    return found


csv, *directories = sys.argv[1:]
print(json.dumps({directory: report(directory, csv) for directory in directories}))
