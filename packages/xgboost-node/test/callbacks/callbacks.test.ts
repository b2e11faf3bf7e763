import { describe, expect, jest, test } from '@jest/globals';
import { evaluationMonitor, learningRateSchedule, train } from '../../src/index.ts';
import type { Callback, TrainOptions } from '../../src/index.ts';
import { caught } from '../caught.ts';
import { denseMatrix } from '../small-model.ts';

const params = { objective: 'binary:logistic', nthread: 1 };

/** Trains 10 rounds with one eval set and returns the number of rounds. */
function run(options: Partial<TrainOptions>): number {
  using data = denseMatrix();
  const evals = [{ name: 'v', data }];
  using result = train(params, data, { rounds: 10, evals, ...options });
  return result.rounds;
}

describe('hooks', () => {
  /** A callback that notes its calls under a name. */
  const noting = (name: string, notes: string[], stopAt?: string): Required<Callback> => {
    const note = (text: string): boolean => {
      notes.push(`${name} ${text}`);
      return text === stopAt;
    };
    return {
      beforeTraining: () => void note('start'),
      beforeIteration: (_, round) => note(`before ${round}`),
      afterIteration: (_, round) => note(`after ${round}`),
      afterTraining: () => (note('end'), undefined),
    };
  };

  test('run in order, once each', () => {
    const notes: string[] = [];
    const a = noting('a', notes);
    run({ rounds: 1, callbacks: [a, noting('b', notes), a] });
    expect(notes).toEqual([
      'a start',
      'b start',
      'a before 0',
      'b before 0',
      'a after 0',
      'b after 0',
      'a end',
      'b end',
    ]);
  });

  test.each([
    ['before 1', 1, ['a before 1', 'a end', 'b end']],
    ['after 1', 2, ['b before 1', 'a after 1', 'a end', 'b end']],
  ])(
    'true in "%s" stops after %d rounds, later callbacks skip that round',
    (stopAt, rounds, last) => {
      const notes: string[] = [];
      expect(run({ callbacks: [noting('a', notes, stopAt), noting('b', notes)] })).toBe(rounds);
      expect(notes.slice(-last.length)).toEqual(last);
    },
  );

  test('see the scores so far', () => {
    const lengths: (number | undefined)[] = [];
    run({
      rounds: 3,
      callbacks: [
        {
          beforeIteration: ({ history }) => (lengths.push(history.v?.logloss?.length), false),
          afterIteration: ({ history }) => (lengths.push(history.v?.logloss?.length), false),
        },
      ],
    });
    expect(lengths).toEqual([undefined, 1, 1, 2, 2, 3]);
  });

  test('a booster returned at the end replaces the trained one', () => {
    using data = denseMatrix();
    const callbacks: Callback[] = [
      { afterTraining: ({ booster }) => booster.slice(0, 2) },
      { afterTraining: ({ booster }) => booster },
    ];
    using result = train(params, data, { rounds: 4, callbacks });
    expect(result.booster.roundCount).toBe(2);
    expect(result.rounds).toBe(4);
  });
});

describe('learningRateSchedule', () => {
  test('a list and a function of the same rates give the same model', () => {
    const rates = [0.5, 0.25, 0.125];
    const models = [rates, (round: number) => rates[round]!].map((schedule) => {
      using data = denseMatrix();
      using result = train(params, data, {
        rounds: 3,
        callbacks: [learningRateSchedule(schedule)],
      });
      return result.booster.dump().join();
    });
    expect(models[0]).toBe(models[1]);
  });

  test.each(['eta', 'learning_rate'])('takes the place of %s', (name) => {
    const dump = (rate: number): string => {
      using data = denseMatrix();
      const callbacks = [learningRateSchedule(() => rate)];
      using result = train({ ...params, [name]: 0.5 }, data, { rounds: 2, callbacks });
      return result.booster.dump()[1]!;
    };
    expect(dump(0.1)).not.toBe(dump(0.5));
  });

  test('a list that is too short', () => {
    expect(caught(() => run({ callbacks: [learningRateSchedule([0.1])] }))).toMatchObject({
      name: 'InvalidArgumentError',
      argument: 'rates',
    });
  });
});

describe('evaluationMonitor', () => {
  test.each([
    [1, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
    [2, [0, 2, 4, 6, 8, 9]],
    [4, [0, 4, 8, 9]],
    [11, [0, 9]],
  ])('period %d writes rounds %j', (period, rounds) => {
    const lines: string[] = [];
    run({ verbose: { period, write: (line) => lines.push(line) } });
    expect(lines.map((line) => Number(/^\[(\d+)\]/.exec(line)?.[1]))).toEqual(rounds);
    expect(lines[0]).toMatch(/^\[0\]\tv-logloss:0\.\d{5}$/);
  });

  test('a score that is no number is written as Python writes it', () => {
    const lines: string[] = [];
    const write = (line: string): void => void lines.push(line);
    run({ rounds: 1, verbose: { write }, metric: () => ({ name: 'm', value: NaN }) });
    expect(lines[0]).toMatch(/\tv-m:nan$/);
  });

  test.each([
    [true, 10],
    [5, 3],
    [false, 0],
  ])('verbose %p writes %d lines to stderr, none to stdout', (verbose, count) => {
    const write = () => true;
    const stderr = jest.spyOn(process.stderr, 'write').mockImplementation(write);
    const stdout = jest.spyOn(process.stdout, 'write').mockImplementation(write);
    try {
      run({ verbose });
      expect(stderr.mock.calls).toHaveLength(count);
      expect(stdout.mock.calls).toHaveLength(0);
    } finally {
      stderr.mockRestore();
      stdout.mockRestore();
    }
  });

  test('a period of 0 is refused', () => {
    expect(caught(() => evaluationMonitor({ period: 0 }))?.name).toBe('InvalidArgumentError');
  });
});
