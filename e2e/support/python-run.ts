/** A run as `python/read_sweep.py` prints it: what MLflow's own client reads. */
export interface PythonRun {
  readonly run_id: string;
  readonly name: string;
  readonly status: string;
  readonly ended: boolean;
  readonly params: Record<string, string>;
  readonly metrics: Record<string, number>;
  readonly tags: Record<string, string>;
  readonly datasets: readonly {
    readonly digest: string;
    readonly columns: number;
    readonly rows: number;
    readonly context: Record<string, string>;
  }[];
  readonly models: readonly string[];
  readonly artifacts: readonly string[];
  readonly curves: Record<string, readonly (readonly [number, number])[]>;
}
