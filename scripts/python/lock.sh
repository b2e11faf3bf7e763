#!/bin/sh
# Resolves requirements.in into one hash-checked file that installs on Python 3.10 to 3.13.
set -eu
cd "$(dirname "$0")"
../../.venv/bin/uv pip compile --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
  --no-header --quiet -o requirements.txt requirements.in
echo "uv==0.13.9" | ../../.venv/bin/uv pip compile --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o uv.txt -
