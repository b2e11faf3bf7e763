# The xgflow command, its production packages and libxgboost. Build it from the repository's root:
# docker build -f docker/cli.Dockerfile -t xgflow .
FROM node:24.21.0-bookworm-slim@sha256:2fe369e969550cde8e867afc3fe370b260140cab4a23d467074295b42163d553 AS build
WORKDIR /src
COPY . .
RUN pnpm="$(node -p 'require("./package.json").packageManager')" \
  && npx --yes "$pnpm" install --frozen-lockfile \
  && node_modules/.bin/tsc -b \
  && npx --yes "$pnpm" --filter @xgflow/cli deploy --legacy --prod /app

# The library and its OpenMP runtime out of the wheel, which the lock file names by hash.
FROM python:3.11-slim-bookworm@sha256:a36c24f9cbdf4fd0f52d67f0823eeac19c2028c637cecc392d97f980d4fec56b AS library
COPY scripts/python/requirements.txt /tmp/requirements.txt
RUN sed -n '/^xgboost-cpu==/,/[^\\]$/p' /tmp/requirements.txt > /tmp/xgboost.txt \
  && pip install --no-cache-dir --no-deps --require-hashes --target /tmp/site -r /tmp/xgboost.txt \
  && mkdir -p /opt/xgboost/xgboost \
  && mv /tmp/site/xgboost/lib /opt/xgboost/xgboost/ \
  && mv /tmp/site/xgboost_cpu.libs /opt/xgboost/

FROM node:24.21.0-bookworm-slim@sha256:2fe369e969550cde8e867afc3fe370b260140cab4a23d467074295b42163d553
COPY --from=build /app /app
COPY --from=library /opt/xgboost /opt/xgboost
RUN ln -s /app/bin/xgflow.js /usr/local/bin/xgflow && install -d -o node -g node /work
# Fetched models go to /tmp, which any user may write, also where the file system is read-only.
ENV NODE_ENV=production XGBOOST_LIBRARY=/opt/xgboost/xgboost/lib/libxgboost.so XDG_CACHE_HOME=/tmp/cache
WORKDIR /work
# node's, as a number: Kubernetes takes no name for proof that it is not root.
USER 1000
# A command that ends has no health to ask for; docker/compose.yaml checks the services.
HEALTHCHECK NONE
ENTRYPOINT ["xgflow"]
CMD ["--help"]
