"""Reruns trials of a variant in Python from what MLflow holds: python rerun_trials.py RUN_ID CSV COUNT …

Reads split.csv, trials.csv and sweep.json of each run, fits the same folds with the same parameters,
and prints each fold's score and rounds beside ours. Binary, multiclass and regression, with or without an exposure.
"""

import json
import sys

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn import metrics

client = mlflow.MlflowClient()

scorers = {
    "roc_auc": metrics.roc_auc_score,
    "mape": metrics.mean_absolute_percentage_error,
    "rmse": metrics.root_mean_squared_error,
    "log_loss": lambda y, p: metrics.log_loss(y, p, labels=list(range(p.shape[1]))),
}


def rerun(run_id, path, count):
    run = client.get_run(run_id)

    def artifact(name):
        return mlflow.artifacts.download_artifacts(run_id=run_id, artifact_path=name)

    config = json.load(open(artifact("sweep.json")))
    variant = config["variants"][run.data.tags["xgflow.variant"]]
    split = pd.read_csv(artifact("split.csv"))
    trials = pd.read_csv(artifact("trials.csv"), float_precision="round_trip")
    frame = pd.read_csv(path, float_precision="round_trip").drop(columns=config["drop"])
    label = frame.pop(config["target"]).to_numpy()
    classes = {}
    if config.get("task") == "multiclass":
        levels, label = np.unique(label, return_inverse=True)
        classes = {"num_class": len(levels)}
    margin = np.log(frame.pop(config["exposure"]).to_numpy()) if "exposure" in config else None
    for name in config["categorical"]:
        frame[name] = frame[name].astype("category")

    score = scorers[variant["search"]["scoring"]]
    stopping = variant["search"]["early_stopping"]
    whole = xgb.DMatrix(frame, label=label, base_margin=margin, enable_categorical=True, nthread=1)
    train_rows = split[split.part == "train"]
    folds = []
    for fold in range(variant["search"]["folds"]):
        inside = train_rows[train_rows.fold != fold].row.to_numpy()
        outside = train_rows[train_rows.fold == fold].row.to_numpy()
        folds.append((whole.slice(inside), whole.slice(outside), label[outside]))

    for _, trial in trials.head(count).iterrows():
        drawn = {}
        for name, how in variant["space"].items():
            value = trial[name]
            integer = "int" in how or ("choice" in how and all(isinstance(v, int) for v in how["choice"]))
            drawn[name] = int(value) if integer else float(value)
        rounds = drawn.pop("n_estimators")
        params = {"seed": variant["search"]["seed"], **variant["params"], **classes, **drawn, "nthread": 1, "eval_metric": [stopping["metric"]]}
        scores, best = [], []
        for train, validation, y in folds:
            booster = xgb.train(params, train, rounds, evals=[(validation, "validation")], early_stopping_rounds=stopping["rounds"], verbose_eval=False)
            predicted = booster.predict(validation, iteration_range=(0, booster.best_iteration + 1))
            scores.append(score(y, predicted.astype(np.float64)))
            best.append(booster.best_iteration + 1)
        ours = {
            "scores": [float(trial[f"score_{fold}"]) for fold in range(len(folds))],
            "rounds": [int(trial[f"rounds_{fold}"]) for fold in range(len(folds))],
        }
        yield {"run": run_id, "trial": int(trial.trial), "ours": ours, "theirs": {"scores": scores, "rounds": best}}


answer = []
for at in range(1, len(sys.argv), 3):
    answer += rerun(sys.argv[at], sys.argv[at + 1], int(sys.argv[at + 2]))
print(json.dumps(answer))
