"""Exactly our trials on exactly our folds, as one who knows both libraries well would run them in Python:

    python rerun_sweep.py SWEEP_JSON VARIANT DIRECTORY_OF_THE_VARIANT CSV PROCESSES

Forked processes share the imports and the frame; each builds the table's matrix once and slices the folds from it,
once for all trials; only the watched metric is evaluated; one thread a trial. Prints each trial's scores and rounds.
"""

import json
import multiprocessing
import sys
import time

import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score

sweep, name, directory, path, processes = sys.argv[1:5] + [int(sys.argv[5])]
config = json.load(open(sweep))
variant = config["variants"][name]
stopping = variant["search"]["early_stopping"]
folds = []


def build_folds():
    whole = xgb.DMatrix(frame, label=label, enable_categorical=True, nthread=1)
    for fold in range(variant["search"]["folds"]):
        inside = train_rows[train_rows.fold != fold].row.to_numpy()
        outside = train_rows[train_rows.fold == fold].row.to_numpy()
        folds.append((whole.slice(inside), whole.slice(outside), label[outside]))


def run_trial(params_and_rounds):
    params, rounds = params_and_rounds
    started = time.perf_counter()
    scores, best = [], []
    for train, validation, labels in folds:
        booster = xgb.train(
            params,
            train,
            rounds,
            evals=[(validation, "validation")],
            early_stopping_rounds=stopping["rounds"],
            verbose_eval=False,
        )
        used = booster.best_iteration + 1
        predicted = booster.predict(validation, iteration_range=(0, used))
        scores.append(roc_auc_score(labels, predicted))
        best.append(used)
    return {"scores": scores, "rounds": best, "seconds": time.perf_counter() - started}


def drawn(trial):
    values = {}
    for key, how in variant["space"].items():
        integer = "int" in how or ("choice" in how and all(isinstance(v, int) for v in how["choice"]))
        values[key] = int(trial[key]) if integer else float(trial[key])
    rounds = values.pop("n_estimators")
    fixed = {"seed": variant["search"]["seed"], **variant["params"]}
    return {**fixed, **values, "nthread": 1, "eval_metric": [stopping["metric"]]}, rounds


split = pd.read_csv(f"{directory}/split.csv")
train_rows = split[split.part == "train"]
trials = pd.read_csv(f"{directory}/trials.csv", float_precision="round_trip")
frame = pd.read_csv(path, float_precision="round_trip").drop(columns=config["drop"])
label = frame.pop(config["target"]).to_numpy()
for column in config["categorical"]:
    frame[column] = frame[column].astype("category")

with multiprocessing.get_context("fork").Pool(processes, initializer=build_folds) as pool:
    results = pool.map(run_trial, [drawn(trial) for _, trial in trials.iterrows()], chunksize=1)
    pool.close()
    pool.join()

ours = [
    {
        "scores": [float(trial[f"score_{fold}"]) for fold in range(variant["search"]["folds"])],
        "rounds": [int(trial[f"rounds_{fold}"]) for fold in range(variant["search"]["folds"])],
    }
    for _, trial in trials.iterrows()
]
different = [
    number
    for number, (mine, theirs) in enumerate(zip(ours, results))
    if mine["scores"] != theirs["scores"] or mine["rounds"] != theirs["rounds"]
]
print(
    json.dumps(
        {
            "trials": len(results),
            "different": different,
            "trialSeconds": sum(result["seconds"] for result in results),
            "ourTrialSeconds": float(trials.seconds.sum()),
        }
    )
)
