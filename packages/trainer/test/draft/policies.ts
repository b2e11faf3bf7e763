/** 600 policies with every trap that a first table has. */
export const lines = Array.from({ length: 600 }, (_, row) => {
  const sick = (row * 7) % 11 < 3 ? 1 : 0;
  const town = ['Bonn', 'true', '# Ulm'][row % 3] ?? '';
  const day = `2024-${String(1 + (row % 12)).padStart(2, '0')}-${String(1 + (row % 28)).padStart(2, '0')}`;
  return [
    1000 + row,
    ((row * 31) % 97) / 2,
    town,
    row % 4,
    '',
    'EUR',
    day,
    sick === 1 ? 'paid' : 'open',
    sick * 100 + (row % 5),
    (row * 13) % 50,
    sick,
  ].join(',');
});
/** The names of its columns. */
export const header =
  'policy_id,premium,town,class,empty,currency,signed,claim_status_final,paid_amount,settlement days,has_claim';
