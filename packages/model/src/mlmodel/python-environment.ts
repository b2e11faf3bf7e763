/**
 * The Python packages that load the model elsewhere: the versions that this product's numbers are
 * compared with. MLflow reads the four files below when it builds an environment for serving.
 */
export const PYTHON_VERSION = '3.11.7';
export const MLFLOW_VERSION = '3.17.2';
const XGBOOST_VERSION = '3.2.0';

const PIP = 'pip<=23.2.1';

const REQUIREMENTS: readonly string[] = [
  `mlflow==${MLFLOW_VERSION}`,
  'numpy==2.4.6',
  'pandas==3.1.1',
  'scipy==1.17.1',
  `xgboost==${XGBOOST_VERSION}`,
];

/** `requirements.txt`, as MLflow writes it: without a newline at the end. */
export function requirementsText(): string {
  return REQUIREMENTS.join('\n');
}

/** `conda.yaml` as data. */
export function condaEnvironment(): Record<string, unknown> {
  return {
    channels: ['conda-forge'],
    dependencies: [`python=${PYTHON_VERSION}`, PIP, { pip: [...REQUIREMENTS] }],
    name: 'mlflow-env',
  };
}

/** `python_env.yaml` as data. */
export function virtualEnvironment(): Record<string, unknown> {
  return {
    python: PYTHON_VERSION,
    build_dependencies: ['pip==23.2.1', 'setuptools==65.5.0', 'wheel'],
    dependencies: ['-r requirements.txt'],
  };
}
