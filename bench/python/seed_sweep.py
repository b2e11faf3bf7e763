"""The variants as a notebook runs them: RandomizedSearchCV over XGBClassifier, refit, everything to MLflow.

    python seed_sweep.py SWEEP_JSON CSV TRIALS EXPERIMENT        (server from MLFLOW_TRACKING_URI)

As in the notebook that this product replaces, the search watches the training set for early stopping.
"""

import json
import sys

import mlflow
import pandas as pd
from scipy.stats import randint, uniform
from sklearn.metrics import accuracy_score, f1_score, precision_score, recall_score, roc_auc_score
from sklearn.model_selection import RandomizedSearchCV, train_test_split
from xgboost import XGBClassifier

sweep, path, trials, experiment = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
config = json.load(open(sweep))


def distribution(how):
    if "int" in how:
        low, high = how["int"]
        return randint(low, high + 1)
    if "uniform" in how:
        low, high = how["uniform"]
        return uniform(low, high - low)
    return how["choice"]


def scores(prefix, model, rows, labels):
    predicted = model.predict(rows)
    return {
        f"{prefix}_accuracy": accuracy_score(labels, predicted),
        f"{prefix}_f1": f1_score(labels, predicted),
        f"{prefix}_precision": precision_score(labels, predicted, zero_division=0),
        f"{prefix}_recall": recall_score(labels, predicted),
        f"{prefix}_roc_auc": roc_auc_score(labels, model.predict_proba(rows)[:, 1]),
    }


frame = pd.read_csv(path).drop(columns=config["drop"])
label = frame.pop(config["target"])
for name in config["categorical"]:
    frame[name] = frame[name].astype("category")

mlflow.set_experiment(experiment)
for name, variant in config["variants"].items():
    split, search = variant["split"], variant["search"]
    x_train, x_test, y_train, y_test = train_test_split(
        frame,
        label,
        test_size=split["test_size"],
        random_state=split["seed"],
        stratify=label if split["stratify"] else None,
    )
    model = XGBClassifier(
        **variant["params"],
        enable_categorical=True,
        early_stopping_rounds=search["early_stopping"]["rounds"],
        random_state=search["seed"],
    )
    searched = RandomizedSearchCV(
        model,
        {key: distribution(how) for key, how in variant["space"].items()},
        n_iter=trials,
        scoring=search["scoring"],
        cv=search["folds"],
        n_jobs=2,
        random_state=search["seed"],
    )
    searched.fit(x_train, y_train, eval_set=[(x_test, y_test), (x_train, y_train)], verbose=False)
    best = searched.best_estimator_
    with mlflow.start_run(run_name=name):
        mlflow.log_params(searched.best_params_)
        mlflow.log_metrics(
            {
                "cv_roc_auc": searched.best_score_,
                **scores("train", best, x_train, y_train),
                **scores("test", best, x_test, y_test),
            }
        )
        mlflow.xgboost.log_model(
            best,
            name="model",
            signature=mlflow.models.infer_signature(x_train, best.predict(x_train)),
            input_example=x_train.head(),
        )
