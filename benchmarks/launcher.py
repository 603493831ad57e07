"""Run one command; print its wall seconds and its peak memory in KiB as JSON."""

import json
import resource
import subprocess
import sys
import time

began = time.perf_counter()
process = subprocess.Popen(sys.argv[1:], stdout=subprocess.DEVNULL)
code = process.wait()
seconds = time.perf_counter() - began
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
if sys.platform == "darwin":
    peak //= 1024
if code:
    sys.exit(code)
print(json.dumps([seconds, peak]))
