"""Runs a command and says what it and everything it started used: python measure.py OUT COMMAND…

Orphans are adopted (PR_SET_CHILD_SUBREAPER), so that worker processes nobody waited for are counted too.
Wall time ends with the command itself; the peak of memory is that of its largest process.
"""

import ctypes
import json
import os
import resource
import sys
import time

PR_SET_CHILD_SUBREAPER = 36
LEFTOVERS_SECONDS = 60

out, command = sys.argv[1], sys.argv[2:]
ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
started = time.perf_counter()
child = os.posix_spawnp(command[0], command, os.environ)
_, status = os.waitpid(child, 0)
wall = time.perf_counter() - started

deadline = time.perf_counter() + LEFTOVERS_SECONDS
while True:
    try:
        pid, _ = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        break
    if pid == 0:
        if time.perf_counter() > deadline:
            sys.exit(f"processes of {command[0]} still run {LEFTOVERS_SECONDS} s after its end")
        time.sleep(0.01)

used = resource.getrusage(resource.RUSAGE_CHILDREN)
with open(out, "w") as file:
    json.dump(
        {
            "wallSeconds": wall,
            "cpuSeconds": used.ru_utime + used.ru_stime,
            "peakRssMiB": used.ru_maxrss / 1024,
        },
        file,
    )
sys.exit(os.waitstatus_to_exitcode(status))
