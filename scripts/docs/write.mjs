// Everything under docs/ that is rendered from sources. `--check` fails where something has drifted.
import './cli-reference.mjs';
import './sweep-schema.mjs';
import './promotion-schema.mjs';
import './dependencies.mjs';
