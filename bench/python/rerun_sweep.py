"""Exactly our trials on exactly our folds, as one who knows both libraries well would run them in Python:

    python rerun_sweep.py SWEEP_JSON VARIANT DIRECTORY_OF_THE_VARIANT CSV PROCESSES [exact]

Forked processes share the imports and the frame; each builds the table's matrix once and slices the folds from it,
once for all trials; only the watched metric is evaluated; one thread a trial. Prints how they compare with ours.

scikit-learn adds up the area under the curve in floating point, so its score differs from the true one in the last
bits. With `exact` wins are counted instead, as ours does, and scores must be equal to the last bit.
"""

import json
import multiprocessing
import sys
import time

import numpy as np
import pandas as pd
import xgboost as xgb
from sklearn.metrics import roc_auc_score

sweep, name, directory, path, processes = sys.argv[1:5] + [int(sys.argv[5])]
exact = sys.argv[6:] == ["exact"]
tolerance = 0 if exact else 1e-14
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


def exact_auc(labels, predicted):
    _, group = np.unique(predicted, return_inverse=True)
    positives = np.bincount(group, weights=labels)
    negatives = np.bincount(group, weights=1 - labels)
    below = np.cumsum(negatives) - negatives
    won = float(np.sum(positives * (below + negatives / 2)))
    return won / float(positives.sum()) / float(negatives.sum())


def run_trial(params_and_rounds):
    params, rounds = params_and_rounds
    score = exact_auc if exact else roc_auc_score
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
        scores.append(score(labels, predicted))
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
trials = pd.read_csv(f"{directory}/trials.csv")
frame = pd.read_csv(path).drop(columns=config["drop"])
label = frame.pop(config["target"]).to_numpy()
for column in config["categorical"]:
    frame[column] = frame[column].astype("category")

with multiprocessing.get_context("fork").Pool(processes, initializer=build_folds) as pool:
    results = pool.map(run_trial, [drawn(trial) for _, trial in trials.iterrows()], chunksize=1)
    pool.close()
    pool.join()



def same(mine, theirs):
    near = [abs(one - other) <= tolerance for one, other in zip(mine["scores"], theirs["scores"])]
    return all(near) and mine["rounds"] == theirs["rounds"]


ours = [
    {
        "scores": [float(trial[f"score_{fold}"]) for fold in range(variant["search"]["folds"])],
        "rounds": [int(trial[f"rounds_{fold}"]) for fold in range(variant["search"]["folds"])],
    }
    for _, trial in trials.iterrows()
]
different = [number for number, pair in enumerate(zip(ours, results)) if not same(*pair)]
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
