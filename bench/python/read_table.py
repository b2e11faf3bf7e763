"""A CSV file into a frame with categories: python read_table.py FILE SWEEP_JSON"""

import json
import sys
import time

import pandas as pd

path, config = sys.argv[1], json.load(open(sys.argv[2]))
started, cpu = time.perf_counter(), time.process_time()
frame = pd.read_csv(path).drop(columns=config["drop"])
for name in config["categorical"]:
    frame[name] = frame[name].astype("category")
print(json.dumps({"wallSeconds": time.perf_counter() - started, "cpuSeconds": time.process_time() - cpu}))
