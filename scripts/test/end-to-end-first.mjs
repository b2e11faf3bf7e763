// The order of jest's suites: those that take long first, so that no core is left alone with one at the end.
const ranks = ['/e2e/', '/test/live/', ''];
const rank = ({ path }) => ranks.findIndex((part) => path.includes(part));
const size = ({ context, path }) => context.hasteFS.getSize(path) ?? 0;

/** Jest's interface of a sequencer, without its memory of earlier durations: a fresh clone has none. */
export default class EndToEndFirst {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || size(b) - size(a));
  }

  allFailedTests(tests) {
    return [...tests];
  }

  cacheResults() {
    // nothing to remember
  }
}
