import { expect, jest, test } from '@jest/globals';
import { draw, drawSvg } from '../../src/report/draw.ts';
import { inkBetween, readPng } from './png.ts';

// Loading the drawing libraries takes seconds on a busy machine.
jest.setTimeout(60_000);

function word(text: string) {
  return {
    width: 200,
    height: 60,
    data: { values: [{}] },
    mark: { type: 'text', text, fontSize: 30 },
    config: { font: 'DejaVu Sans', view: { stroke: null } },
  };
}

test('text is drawn, with the font that is shipped', async () => {
  const [full, empty] = await Promise.all([draw(word('claims')), draw(word(''))]);
  const [words, nothing] = [readPng(full.png), readPng(empty.png)];
  expect(inkBetween(nothing, 0, nothing.height)).toBe(0);
  expect(inkBetween(words, 0, words.height)).toBeGreaterThan(1000);
});

test('bold text is drawn bolder', async () => {
  const inkOf = async (fontWeight: string): Promise<number> => {
    const spec = word('claims');
    const { png } = await draw({ ...spec, mark: { ...spec.mark, fontWeight } });
    const pixels = readPng(png);
    return inkBetween(pixels, 0, pixels.height);
  };
  expect(await inkOf('bold')).toBeGreaterThan(1.2 * (await inkOf('normal')));
});

test('the PNG has two pixels for each unit of the SVG, on white', async () => {
  const { svg, png } = await draw(word('claims'));
  const [, width, height] = /width="(\d+)" height="(\d+)"/.exec(svg) ?? [];
  const pixels = readPng(png);
  expect([pixels.width, pixels.height]).toEqual([2 * Number(width), 2 * Number(height)]);
  expect([...pixels.rgba.slice(0, 4)]).toEqual([255, 255, 255, 255]);
});

test('what the libraries find odd is told', async () => {
  const warnings: string[] = [];
  const spec = { ...word('claims'), encoding: { nonsense: { field: 'x', type: 'nominal' } } };
  await draw(spec, { onWarning: (warning) => warnings.push(warning) });
  expect(warnings.join()).toContain('nonsense');
});

test('what is no view is refused', async () => {
  await expect(draw({ data: { values: [] } })).rejects.toThrow('Invalid specification');
});

test.each(['constructor', 'if', '__proto__'])('%s is a name as any other', async (name) => {
  const svg = await drawSvg({
    title: name,
    data: { values: ['a', name].map((feature) => ({ feature, size: 1 })) },
    mark: 'bar',
    encoding: {
      x: { field: 'size', type: 'quantitative' },
      y: { field: 'feature', type: 'nominal', sort: [name, 'a'] },
    },
  });
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) =>
    text?.replace('\u200B', ''),
  );
  expect(texts.filter((text) => text === name)).toHaveLength(2);
  expect(texts.indexOf(name)).toBeLessThan(texts.indexOf('a'));
});
