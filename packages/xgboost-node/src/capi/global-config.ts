import { call } from './check.ts';
import { copyString, outCell, pointerIn } from './out.ts';

/**
 * Runs `run` and puts this thread's global configuration back afterwards: a booster's `verbosity`
 * would otherwise stay in force for everything that the thread does later.
 */
export function withGlobalConfig<Result>(run: () => Result): Result {
  const cell = outCell();
  call('XGBGetGlobalConfig', cell);
  const before = copyString(pointerIn(cell));
  try {
    return run();
  } finally {
    call('XGBSetGlobalConfig', before);
  }
}
