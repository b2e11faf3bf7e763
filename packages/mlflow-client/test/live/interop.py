"""The Python side of interop.test.ts: `write` logs with MLflow's own client, `read` reads what xgflow logged. Prints one JSON."""

import json
import math
import os
import sys
import tempfile

os.environ["MLFLOW_ENABLE_ARTIFACTS_PROGRESS_BAR"] = "false"

import mlflow
import numpy as np
import pandas as pd
import xgboost as xgb
from mlflow import MlflowClient


def write(experiment, model_name):
    mlflow.set_experiment(experiment)
    frame = pd.DataFrame({"a": [1.0, 2.0, 3.0, 4.0], "b": [0.0, 1.0, 0.0, 1.0]})
    booster = xgb.train({"max_depth": 2}, xgb.DMatrix(frame, label=np.array([0, 1, 0, 1])), 2)
    with mlflow.start_run(run_name="python's") as run:
        mlflow.log_params({"depth": 6, "rate": 0.1, "deep": True, "none": None, "list": [1, "a"]})
        mlflow.log_metric("loss", math.nan, step=1)
        mlflow.log_metric("loss", math.inf, step=2)
        mlflow.log_metric("loss", -0.25, step=2**60)
        mlflow.set_tag("a b", 'say "hi"')
        mlflow.log_input(mlflow.data.from_pandas(frame, name="claims"), context="training")
        logged = mlflow.xgboost.log_model(booster, name="model", registered_model_name=model_name)
        with tempfile.TemporaryDirectory() as directory:
            mlflow.xgboost.save_model(booster, f"{directory}/m")
            mlflow.log_artifacts(f"{directory}/m", "plain/m")
    client = MlflowClient()
    client.set_registered_model_alias(model_name, "champion", "1")
    return {"run_id": run.info.run_id, "experiment_id": run.info.experiment_id, "model_id": logged.model_id}


def read(run_id, model_name):
    client = MlflowClient()
    run = client.get_run(run_id)
    version = client.get_model_version_by_alias(model_name, "champion")
    model = client.get_logged_model(version.source.removeprefix("models:/"))
    with tempfile.TemporaryDirectory() as directory:
        path = mlflow.artifacts.download_artifacts(f"models:/{model_name}@champion", dst_path=directory)
        files = {n: open(f"{path}/{n}").read() for n in sorted(os.listdir(path)) if n != "registered_model_meta"}
    return {
        "name": run.info.run_name,
        "status": run.info.status,
        "params": run.data.params,
        "metrics": {k: repr(v) for k, v in run.data.metrics.items()},
        "history": [[repr(m.value), m.step, m.timestamp] for m in client.get_metric_history(run_id, "loss")],
        "tags": {k: v for k, v in run.data.tags.items() if k in ("a b", "mlflow.user", "mlflow.source.type")},
        "inputs": [[d.dataset.name, d.dataset.digest, d.dataset.profile, [[t.key, t.value] for t in d.tags]] for d in run.inputs.dataset_inputs],
        "outputs": [[o.model_id, o.step] for o in run.outputs.model_outputs],
        "version": [version.version, version.run_id, version.description, version.tags["digest"]],
        "model": [model.name, str(model.status), model.params, model.source_run_id, model.tags["kind"]],
        "files": files,
    }


if __name__ == "__main__":
    command, uri, *arguments = sys.argv[1:]
    mlflow.set_tracking_uri(uri)
    json.dump({"write": write, "read": read}[command](*arguments), sys.stdout)
