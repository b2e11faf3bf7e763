# The MLflow server with its drivers for Postgres and S3, from a hash-checked lock file.
FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b AS packages
COPY mlflow-requirements.txt /tmp/requirements.txt
RUN python -m venv /opt/venv \
  && /opt/venv/bin/pip install --no-cache-dir --require-hashes -r /tmp/requirements.txt

FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b
COPY --from=packages /opt/venv /opt/venv
COPY create_bucket.py /opt/mlflow/create_bucket.py
RUN useradd --uid 10001 --create-home mlflow
ENV PATH=/opt/venv/bin:$PATH PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1
WORKDIR /tmp
USER 10001
EXPOSE 5000
# urllib, because the image has no curl.
HEALTHCHECK --interval=10s --timeout=10s --start-period=90s --retries=6 \
  CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:5000/health', timeout=8)"]
CMD ["mlflow", "server", "--host=0.0.0.0", "--port=5000"]
