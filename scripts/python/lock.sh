#!/bin/sh
# Resolves the .in files into hash-checked files that install on Python 3.10 to 3.13.
set -eu
cd "$(dirname "$0")"
compile() {
  ../../.venv/bin/uv pip compile --universal --python-version 3.10 --generate-hashes --no-emit-index-url \
    --no-header --quiet "$@"
}
compile "$@" -o requirements.txt requirements.in
compile "$@" -c requirements.txt -o requirements-test.txt requirements-test.in
compile "$@" -c requirements.txt -c requirements-test.txt -o ../../docker/mlflow-requirements.txt ../../docker/mlflow-requirements.in
echo "uv==0.13.9" | ../../.venv/bin/uv pip compile --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o uv.txt -
