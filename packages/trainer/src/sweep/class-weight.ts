import { ResampleError } from '../resample/index.ts';
import type { ClassWeight } from '../resample/index.ts';

/**
 * The sweep file's weights by class name as weights by class code; classes that are not named weigh 1.
 *
 * @param classes by code
 * @throws {ResampleError} for a class that the target does not have
 */
export function classWeightByCode(
  weight: 'balanced' | Readonly<Record<string, number>>,
  {
    classes,
    variant,
  }: { readonly classes: readonly (string | number)[]; readonly variant: string },
): ClassWeight {
  if (weight === 'balanced') return weight;
  const names = classes.map(String);
  return Object.fromEntries(
    Object.entries(weight).map(([name, value]) => {
      const code = names.indexOf(name);
      if (code >= 0) return [code, value] as const;
      const message = `variant ${variant}: the target has no class ${name} · class_weight · its classes are ${names.join(', ')}`;
      throw new ResampleError('class_weight', name, message);
    }),
  );
}
