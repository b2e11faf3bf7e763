"""Scores with this model directory: what `mlflow.pyfunc.load_model` and `mlflow models serve` call.

It lies in the directory itself and needs numpy, pandas and xgboost, nothing else. Cells are read by
`xgflow/codec.json` (levels as text or integers, NaN or None for missing; a level that the model never
saw counts as missing), the log of the exposure is the base margin, and calibrations are applied.
"""

import json
import math
import re
from pathlib import Path

import numpy as np
import pandas as pd
import xgboost as xgb

# Nearer to 0 and 1 a float32 says nothing; the same limits as in the product itself.
SMALLEST, LEAST_LOGIT = 1e-15, 1e-7
NUMBER = re.compile(r"[ \t\n\v\f\r]*[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\n\v\f\r]*", re.ASCII)


def _load_pyfunc(path):
    return Model(Path(path))


class Model:
    """`predict` gives what the product's own predictor gives, as float32."""

    def __init__(self, root):
        record = json.loads((root / "xgflow" / "model.json").read_text(encoding="utf-8"))
        self.codec = json.loads((root / "xgflow" / "codec.json").read_text(encoding="utf-8"))
        self.missing = frozenset(self.codec["missingTokens"])
        self.task = record["target"]["task"]
        self.classes = record["target"].get("classes")
        self.threshold = record.get("threshold")
        self.exposure = record.get("exposure")
        self.calibration = record.get("calibration")
        self.ensemble = record.get("ensemble")
        members = self.ensemble["members"] if self.ensemble else [{"path": "model.ubj"}]
        self.members = [(_booster(root / member["path"]), member.get("calibration")) for member in members]

    def predict(self, model_input, params=None):
        """
        A frame with the model's columns by name, others are ignored. The parameter `output` is `score`
        (probability of the positive class, of each class, or the value) or `label` (the class, by the
        model's threshold).
        """
        output = (params or {}).get("output", "score")
        if output not in ("score", "label"):
            raise ValueError(f"output {output!r} is neither 'score' nor 'label'")
        scores = self._score(pd.DataFrame(model_input))
        return scores if output == "score" else self._labels(scores)

    def _score(self, frame):
        features = self.codec["features"]
        wanted = [feature["name"] for feature in features] + ([self.exposure] if self.exposure else [])
        absent = [name for name in wanted if name not in frame.columns]
        if absent:
            raise ValueError(f"no columns {absent}; give every column of the model, empty where unknown")
        values = np.empty((len(frame), len(features)), dtype=np.float32)
        for at, feature in enumerate(features):
            values[:, at] = self._codes(feature, frame[feature["name"]])
        margin = self._log_exposure(frame[self.exposure]) if self.exposure else None
        if len(frame) == 0:
            return np.empty(0, dtype=np.float32)
        data = xgb.DMatrix(values, base_margin=margin)
        scores = []
        for booster, calibration in self.members:
            raw = booster.predict(data, validate_features=False)
            scores.append(_calibrated(calibration, raw))
        combined = _combined(self.ensemble, self.task, scores) if self.ensemble else scores[0]
        return _calibrated(self.calibration, combined)

    def _codes(self, feature, column):
        if feature["kind"] == "numeric":
            if pd.api.types.is_numeric_dtype(column.dtype):
                return _finite(feature["name"], column.to_numpy(dtype=np.float64, na_value=np.nan))
            read = [_number(feature["name"], cell, self.missing) for cell in column.astype(object)]
            return _finite(feature["name"], np.array(read, dtype=np.float64))
        codes = {str(level): code for code, level in enumerate(feature["levels"])}
        integers = isinstance(feature["levels"][0], int)
        read = [_code(feature["name"], cell, codes, integers) for cell in column.astype(object)]
        return np.array(read, dtype=np.float64)

    def _log_exposure(self, column):
        numeric = self._codes({"kind": "numeric", "name": self.exposure}, column)
        for row, value in enumerate(numeric):
            if not value > 0:
                raise ValueError(f"exposure {value} is not above 0: row {row}, column {self.exposure!r}")
        return np.log(numeric)

    def _labels(self, scores):
        if self.task == "regression":
            raise ValueError("a regression model has no labels; ask for output='score'")
        if self.task == "binary":
            labels = (scores.astype(np.float64) > self.threshold).astype(int)
        else:
            labels = scores.argmax(axis=1)
        return labels if self.classes is None else np.array([self.classes[label] for label in labels])


def _booster(path):
    return xgb.Booster(model_file=str(path))


def _is_missing(cell):
    return cell is None or cell is pd.NA or cell is pd.NaT or (isinstance(cell, float) and math.isnan(cell))


def _number(name, cell, missing):
    if _is_missing(cell) or (isinstance(cell, str) and cell in missing):
        return math.nan
    if isinstance(cell, str) and NUMBER.fullmatch(cell):
        return float(cell)
    if isinstance(cell, (int, float, np.number)) and not isinstance(cell, (bool, np.bool_)):
        return float(cell)
    raise ValueError(f"{cell!r} is not a number: column {name!r}; correct the cell or leave it empty")


def _finite(name, values):
    with np.errstate(over="ignore"):
        if np.isinf(values.astype(np.float32)).any():
            raise ValueError(f"an infinite number: column {name!r}; correct the cell or leave it empty")
    return values


def _code(name, cell, codes, integers):
    if _is_missing(cell):
        return math.nan
    if isinstance(cell, (bool, np.bool_)) or not isinstance(cell, (str, int, float, np.number)):
        raise ValueError(f"{cell!r} is no level: column {name!r}; give text or an integer")
    text = cell if isinstance(cell, str) else _text(cell)
    if text not in codes and integers and NUMBER.fullmatch(text):
        text = _text(float(text))
    return codes.get(text, math.nan)


def _text(number):
    return str(int(number)) if float(number).is_integer() else str(number)


def _calibrated(calibration, scores):
    if calibration is None:
        return scores
    values = scores.astype(np.float64)
    if calibration["method"] == "isotonic":
        return np.interp(values, calibration["x"], calibration["y"]).astype(np.float32)
    p = np.clip(values, SMALLEST, 1 - SMALLEST)
    margin = calibration["slope"] * np.log(p / (1 - p)) + calibration["intercept"]
    return (1 / (1 + np.exp(-margin))).astype(np.float32)


def _combined(ensemble, task, scores):
    scores = [score.astype(np.float64) for score in scores]
    if ensemble["method"] != "stacked":
        total = np.zeros_like(scores[0])
        for member, score in zip(ensemble["members"], scores):
            total = total + member["weight"] * score
        return total.astype(np.float32)
    inputs = _stack_inputs(task, scores)
    outputs = []
    for intercept, coefficients in zip(ensemble["intercepts"], ensemble["coefficients"]):
        total = np.full(len(scores[0]), intercept)
        for coefficient, values in zip(coefficients, inputs):
            total = total + coefficient * values
        outputs.append(total)
    if task == "regression":
        return outputs[0].astype(np.float32)
    if task == "binary":
        return (1 / (1 + np.exp(-outputs[0]))).astype(np.float32)
    margins = np.stack(outputs, axis=1)
    powers = np.exp(margins - margins.max(axis=1, keepdims=True))
    return (powers / powers.sum(axis=1, keepdims=True)).astype(np.float32)


def _stack_inputs(task, scores):
    if task == "regression":
        return scores
    clipped = [np.clip(score, LEAST_LOGIT, 1 - LEAST_LOGIT) for score in scores]
    if task == "binary":
        return [np.log(p / (1 - p)) for p in clipped]
    return [column for p in clipped for column in np.log(p).T]
