import { largestCode } from '../dmatrix/dense-codes.ts';
import type { DenseValues } from '../dmatrix/dense-codes.ts';
import type { KnownCategories } from '../dmatrix/known-categories.ts';
import { UnseenCategoryError } from '../errors/unseen-category-error.ts';
import type { CategoryLevels } from '../feature-type.ts';
import type { ModelSchema } from './model-schema.ts';

function refuse(feature: string, unseen: readonly (string | number)[], what: string): never {
  const shown = unseen
    .slice(0, 10)
    .map((level) => JSON.stringify(level))
    .join(', ');
  throw new UnseenCategoryError(
    `column ${JSON.stringify(feature)} has ${what} ${shown}, which the model never saw; map them to missing`,
    { feature, levels: unseen },
  );
}

function checkLevels(feature: string, known: CategoryLevels, given: CategoryLevels): void {
  if (typeof known[0] !== typeof given[0]) {
    throw new UnseenCategoryError(
      `column ${JSON.stringify(feature)} has ${typeof given[0]} levels, the model has ${typeof known[0]} levels; convert them`,
      { feature, levels: given },
    );
  }
  const levels = new Set<string | number>(known);
  const unseen = [...given].filter((level) => !levels.has(level));
  if (unseen.length > 0) refuse(feature, unseen, 'levels');
}

function checkCode(feature: string, known: CategoryLevels, code: number): void {
  if (code >= known.length) refuse(feature, [code], `a code outside its ${known.length} levels:`);
}

function nameOf(model: ModelSchema, column: number): string {
  return model.names?.[column] ?? `f${column}`;
}

/**
 * libxgboost 3.2 maps an unseen level silently to the next one in most cases, so levels are compared here.
 *
 * @throws UnseenCategoryError for levels or codes the model does not have, or levels of another kind.
 */
export function checkCategories(model: ModelSchema, data: KnownCategories): void {
  for (const [column, given] of data.entries()) {
    const known = model.categories[column];
    if (known === undefined || given === undefined) continue;
    const feature = nameOf(model, column);
    if (typeof given === 'number') checkCode(feature, known, given);
    else checkLevels(feature, known, given);
  }
}

/** The same for row-major values, whose categorical columns hold bare codes. */
export function checkDenseCodes(model: ModelSchema, dense: DenseValues): void {
  for (let column = 0; column < model.count; column += 1) {
    const known = model.categories[column];
    if (known === undefined && model.types?.[column] !== 'c') continue;
    const code = largestCode(dense, column, model.names?.[column]);
    if (known !== undefined) checkCode(nameOf(model, column), known, code);
  }
}
