"""Makes the bucket that MLflow's artifacts go to; one that is there already is left as it is."""

import os
import sys

import boto3


def main(bucket: str) -> None:
    s3 = boto3.client("s3", endpoint_url=os.environ["MLFLOW_S3_ENDPOINT_URL"])
    if bucket in {entry["Name"] for entry in s3.list_buckets()["Buckets"]}:
        print(f"bucket {bucket}: already there")
        return
    s3.create_bucket(Bucket=bucket)
    print(f"bucket {bucket}: made")


if __name__ == "__main__":
    main(*sys.argv[1:])
