import { inferContract, readCsv, type Contract } from '../../src/index.ts';
import { blocks } from '../csv/text-file.ts';

/** The table whose contract others are held to. */
export const first = 'age,gender,score,code\n20,F,0.5,7\n60,M,0.75,8\n40,F,,7\n40,M,1.5,8\n';

/** The contract of a CSV text. */
export async function contractOf(csv: string, categorical = ['gender', 'code']): Promise<Contract> {
  return inferContract(await readCsv(blocks(csv), { categorical, text: 'categorical' }));
}
