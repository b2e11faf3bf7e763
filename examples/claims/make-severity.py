"""Writes claims-severity.csv: what each claim of claims.csv cost, for the regression example.

The rows are those with claim_status 1. The amount is made up: days of cover times a rate a day, which depends on some of
the columns, times gamma noise (shape 8, so a standard deviation of 35 %).
Run: .venv/bin/python examples/claims/make-severity.py
"""

from pathlib import Path

import numpy as np
import pandas as pd

here = Path(__file__).parent
claims = pd.read_csv(here / "claims.csv", dtype=str, keep_default_na=False)
table = claims[claims.claim_status == "1"].drop(columns="claim_status").reset_index(drop=True)
state = np.random.RandomState(1889)


def number(name, otherwise):
    return pd.to_numeric(table[name], errors="coerce").fillna(otherwise).to_numpy()


def effect(name, size):
    """A level's effect on the log of the rate, drawn once a level."""
    levels = sorted(table[name].unique())
    by_level = dict(zip(levels, state.normal(0, size, len(levels))))
    return table[name].map(by_level).to_numpy()


log_rate = (
    0.6
    + 0.012 * (number("age", 50) - 50)
    + 0.03 * np.abs(number("bmi", 25) - 24)
    + 0.25 * (number("known_health_conditions", 0) > 0)
    - 0.3 * np.tanh(number("credit_score_1", 500) / 300 - 1.6)
    + effect("product_var_1", 0.3)
    + effect("occupation", 0.2)
    + effect("health_status", 0.25)
)
days = state.randint(30, 1096, size=len(table))
noise = state.gamma(8, 1 / 8, size=len(table))
table.insert(0, "claim_amount", np.maximum(1, np.round(days * np.exp(log_rate) * noise, 2)))
table.insert(1, "exposure_days", days)
table.to_csv(here / "claims-severity.csv", index=False, lineterminator="\n")
