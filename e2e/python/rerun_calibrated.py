"""Refits a weighted, calibrated variant in Python: python rerun_calibrated.py RUN_ID CSV

Draws the same rows with scikit-learn, weighs, fits and calibrates them in each fold and in the end, chooses the
threshold of the lowest cost on the out-of-fold scores, and prints what that comes to. Prints also what the logged
model gives as a pyfunc. One trial, early stopping, class_weight: balanced, calibration: platt, threshold by cost.
"""

import json
import sys

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from scipy.special import logit
from sklearn.calibration import _SigmoidCalibration, calibration_curve
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold, train_test_split
from sklearn.utils.class_weight import compute_sample_weight

run_id, path = sys.argv[1:]
run = mlflow.MlflowClient().get_run(run_id)


def artifact(name):
    return mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=name)


config = json.load(open(artifact("sweep.json")))
variant = config["variants"][run.data.tags["xgflow.variant"]]
plain = pd.read_csv(path, float_precision="round_trip").drop(columns=config["drop"])
frame = plain.copy()
y = frame.pop(config["target"]).to_numpy()
for name in config["categorical"]:
    frame[name] = frame[name].astype("category")
whole = xgb.DMatrix(frame, label=y, enable_categorical=True, nthread=1)

trial = pd.read_csv(artifact("trials.csv"), float_precision="round_trip").iloc[0]
whole_numbers = {name for name, how in variant["space"].items() if "int" in how}
drawn = {name: int(trial[name]) if name in whole_numbers else float(trial[name]) for name in variant["space"]}
bound = drawn.pop("n_estimators")
params = {"seed": variant["search"]["seed"], **variant["params"], **drawn, "nthread": 1}
stopping = variant["search"]["early_stopping"]
share, seed = variant["calibration"]["rows"], variant["calibration"]["seed"]


def fitted(rows, rounds, watched=None):
    """A scorer of rows: weighted, and calibrated on rows that it was not fitted on."""
    fit, held = train_test_split(rows, test_size=share, random_state=seed, stratify=y[rows])
    data = whole.slice(fit)
    data.set_weight(compute_sample_weight("balanced", y[fit]))
    if watched is None:
        booster = xgb.train(params, data, rounds)
    else:
        metrics = {"eval_metric": [stopping["metric"]]}
        booster = xgb.train(
            {**params, **metrics},
            data,
            rounds,
            evals=[(whole.slice(watched), "validation")],
            early_stopping_rounds=stopping["rounds"],
            verbose_eval=False,
        )
        rounds = booster.best_iteration + 1

    def raw(some):
        return booster.predict(whole.slice(some), iteration_range=(0, rounds)).astype("float64")

    sigmoid = _SigmoidCalibration().fit(logit(raw(held)), y[held])
    scores = lambda some: sigmoid.predict(logit(raw(some))).astype("float32")
    return scores, rounds, [-sigmoid.a_, -sigmoid.b_]


split = variant["split"]
train, test = train_test_split(
    np.arange(len(y)),
    test_size=split["test_size"],
    random_state=split["seed"],
    stratify=y if split["stratify"] else None,
)
scored, truth, rounds = [], [], []
for inner, validation in StratifiedKFold(variant["search"]["folds"]).split(train, y[train]):
    scores, best, _ = fitted(train[inner], bound, train[validation])
    scored.append(scores(train[validation]))
    truth.append(y[train[validation]])
    rounds.append(best)
scored, truth = np.concatenate(scored), np.concatenate(truth)

price = variant["threshold"]["cost"]


def cost(decided, actual):
    wrong = decided & (actual == 0), ~decided & (actual == 1)
    return (wrong[0].sum() * price["false_positive"] + wrong[1].sum() * price["false_negative"]) / len(actual)


cuts = np.unique(scored)
costs = [cost(scored > cut, truth) for cut in cuts]
lowest = len(cuts) - 1 - int(np.argmin(costs[::-1]))
scores, _, line = fitted(train, int(run.data.params["n_estimators"]))
on_test = scores(test)
threshold = float(run.data.params["threshold.value"])
observed, predicted = calibration_curve(y[test], on_test, n_bins=10)
counts = np.bincount(np.searchsorted(np.linspace(0, 1, 11)[1:-1], on_test), minlength=10)
pyfunc = mlflow.pyfunc.load_model(f"models:/{run.data.tags['xgflow.model_id']}")

print(
    json.dumps(
        {
            "rounds": rounds,
            "line": line,
            # The best threshold is anywhere from this score up to the next.
            "lowest": float(cuts[lowest]),
            "next": float(cuts[lowest + 1]),
            "cv_cost": float(costs[lowest]),
            "test_cost": float(cost(on_test > threshold, y[test])),
            "test_f1": float(f1_score(y[test], on_test > threshold)),
            "test_ece": float(np.sum(counts[counts > 0] * np.abs(observed - predicted)) / len(test)),
            "rows": test[:200].tolist(),
            "scores": on_test[:200].tolist(),
            "pyfunc": np.asarray(pyfunc.predict(plain.drop(columns=config["target"]).iloc[test[:200]])).tolist(),
        },
        default=float,
    )
)
