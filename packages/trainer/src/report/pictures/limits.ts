/** A curve over more distinct scores than this is logged with so many points, evenly spaced along it: about 0.5 MB of CSV. */
export const tablePoints = 10_000;

/** More points than this cannot be told apart in a picture, but make it slow to draw and large. */
export const drawnPoints = 600;
