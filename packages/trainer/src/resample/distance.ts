import type { Points } from './points.ts';

/** The squared distance of two of the points: columns in their order, categories last. */
export function distanceOf({
  numbers,
  width,
  codes,
  codeWidth,
  deviation,
}: Points): (a: number, b: number) => number {
  const apart = deviation * deviation;
  return (a, b) => {
    let sum = 0;
    for (let column = 0; column < width; column += 1) {
      const difference = (numbers[a * width + column] ?? 0) - (numbers[b * width + column] ?? 0);
      sum += difference * difference;
    }
    for (let column = 0; column < codeWidth; column += 1) {
      if (codes[a * codeWidth + column] !== codes[b * codeWidth + column]) sum += apart;
    }
    return sum;
  };
}
