/** The font that is shipped: without one of its own the rasteriser draws no text, and gives no error. */
export const pictureFont = 'DejaVu Sans';

/** Greys that stay apart in print; hue carries no meaning anywhere. */
export const ink = { strong: '#111111', middle: '#5f6b76', faint: '#a9b2bb', line: '#e3e6e9' };

/** Lightness from low to high, dark is more. */
export const shades = ['#dfe6ee', '#08306b'];

/** As {@link shades}, without their blue, where colours stand for something else. */
export const greys = ['#e1e4e7', '#3c444b'];

/** Solid first, then ever shorter strokes. */
export const dashes = [
  [1, 0],
  [7, 3],
  [2, 3],
  [9, 3, 2, 3],
  [4, 2],
  [1, 2],
  [12, 4],
  [6, 2, 1, 2, 1, 2],
];

/** As many as there are dashes, of the same lightness range. */
export const shapes = [
  'circle',
  'cross',
  'triangle-up',
  'square',
  'diamond',
  'triangle-down',
  'triangle-left',
  'triangle-right',
];

/** How light each of several series is drawn, apart from its dash or shape. */
export const series = [
  '#08306b',
  '#d95f0e',
  '#4d4d4d',
  '#2b8cbe',
  '#8c510a',
  '#9e9ac8',
  '#66a182',
  '#b0b0b0',
];

/** The look that all pictures share. */
export const theme = {
  background: 'white',
  padding: 14,
  config: {
    font: pictureFont,
    // A spoken text for every mark would be most of the SVG; the tables beside the pictures can be read aloud.
    aria: false,
    view: { stroke: ink.faint },
    title: {
      anchor: 'start',
      fontSize: 15,
      fontWeight: 'bold',
      color: ink.strong,
      subtitleFontSize: 11,
      subtitleColor: ink.middle,
      subtitlePadding: 5,
      offset: 12,
    },
    axis: {
      labelFontSize: 11,
      titleFontSize: 12,
      titleFontWeight: 'normal',
      titlePadding: 8,
      labelColor: ink.strong,
      titleColor: ink.strong,
      gridColor: ink.line,
      domainColor: ink.middle,
      tickColor: ink.middle,
      labelLimit: 220,
      labelOverlap: true,
      // A label stands under its tick, at the ends too.
      labelFlush: false,
    },
    legend: { labelFontSize: 11, titleFontSize: 11, titleFontWeight: 'normal', labelLimit: 240 },
    header: { labelFontSize: 12, titleFontSize: 12, labelFontWeight: 'bold' },
    line: { strokeWidth: 2 },
    range: { ramp: shades, heatmap: shades },
  },
} as const;
