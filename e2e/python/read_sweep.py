"""Reads a whole experiment with the Python client: python read_sweep.py EXPERIMENT"""

import json
import sys

from mlflow import MlflowClient

client = MlflowClient()
experiment = client.get_experiment_by_name(sys.argv[1])
runs = client.search_runs([experiment.experiment_id], max_results=5000)


def history(run_id, key):
    return [[point.step, point.value] for point in client.get_metric_history(run_id, key)]


def describe(run):
    tags = run.data.tags
    variant = tags.get("xgflow.role") == "variant"
    return {
        "run_id": run.info.run_id,
        "name": run.info.run_name,
        "status": run.info.status,
        "ended": run.info.end_time is not None and run.info.end_time >= run.info.start_time,
        "params": run.data.params,
        "metrics": run.data.metrics,
        "tags": tags,
        "datasets": [
            {
                "name": use.dataset.name,
                "digest": use.dataset.digest,
                "columns": len(json.loads(use.dataset.schema)["mlflow_colspec"]),
                "rows": json.loads(use.dataset.profile)["num_rows"],
                "context": {tag.key: tag.value for tag in use.tags},
            }
            for use in run.inputs.dataset_inputs
        ],
        "models": [output.model_id for output in run.outputs.model_outputs],
        "artifacts": sorted(f.path for f in client.list_artifacts(run.info.run_id)) if variant else [],
        "curves": {key: history(run.info.run_id, key) for key in run.data.metrics if "-" in key} if variant else {},
    }


print(json.dumps([describe(run) for run in runs]))
