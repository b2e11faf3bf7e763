"""mlflow.xgboost.log_model with signature and input example: python log_model.py MODEL CSV SWEEP_JSON WARM

WARM calls after one to warm up, each timed, the least of them printed; 0: one call, nothing printed.
Server from MLFLOW_TRACKING_URI.
"""

import contextlib
import json
import resource
import sys
import time

import mlflow
import pandas as pd
import xgboost as xgb

model, path, sweep, warm = sys.argv[1], sys.argv[2], sys.argv[3], int(sys.argv[4])
config = json.load(open(sweep))
booster = xgb.Booster(model_file=model)
frame = pd.read_csv(path).drop(columns=[*config["drop"], config["target"]])
for name in config["categorical"]:
    frame[name] = frame[name].astype("category")
example = frame.head()


def cpu_seconds():
    both = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(used.ru_utime + used.ru_stime for used in both)


def log():
    predicted = booster.predict(xgb.DMatrix(example, enable_categorical=True))
    signature = mlflow.models.infer_signature(example, predicted)
    mlflow.xgboost.log_model(booster, name="model", signature=signature, input_example=example)


mlflow.set_experiment("bench-log-model")
# At its end a run prints its address, and stdout is for the figures.
with contextlib.redirect_stdout(sys.stderr), mlflow.start_run():
    log()
    times = []
    for _ in range(warm):
        started, cpu = time.perf_counter(), cpu_seconds()
        log()
        times.append({"wallSeconds": time.perf_counter() - started, "cpuSeconds": cpu_seconds() - cpu})
if times:
    least = {key: min(one[key] for one in times) for key in times[0]}
    print(json.dumps(least))
