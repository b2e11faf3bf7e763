/** What hyperparameters are, for people who do not know XGBoost; others keep their name. */
const meanings: Readonly<Record<string, string>> = {
  n_estimators: 'number of trees',
  learning_rate: 'step of each tree',
  eta: 'step of each tree',
  max_depth: 'depth of a tree',
  max_leaves: 'leaves of a tree',
  min_child_weight: 'least weight of a leaf',
  subsample: 'share of the rows that a tree sees',
  colsample_bytree: 'share of the columns that a tree sees',
  colsample_bylevel: 'share of the columns that a level sees',
  colsample_bynode: 'share of the columns that a split sees',
  gamma: 'least gain of a split',
  min_split_loss: 'least gain of a split',
  reg_alpha: 'price of every effect',
  alpha: 'price of every effect',
  reg_lambda: 'price of large effects',
  lambda: 'price of large effects',
  scale_pos_weight: 'weight of the positive rows',
  objective: 'what is learned',
  tree_method: 'how trees are grown',
};

/** `depth of a tree (max_depth)`. */
export function parameterWords(name: string): string {
  const meaning = meanings[name];
  return meaning === undefined ? name : `${meaning} (${name})`;
}
