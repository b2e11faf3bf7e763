import { duration } from './duration.ts';
import { windowWidth, type Terminal } from './window.ts';

const frames = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const frameMs = 100;

/** Shows that a wait is going on until `stop` is called: a spinner on a terminal, one plain line elsewhere. */
export function startSpinner(text: string, stream: Terminal): { stop(): void } {
  if (stream.isTTY !== true) {
    stream.write(`${text} …\n`);
    return { stop: () => undefined };
  }
  const started = performance.now();
  let frame = 0;
  const draw = (): void => {
    const shown = `${frames[frame % frames.length] ?? ''} ${text} · ${duration(performance.now() - started)}`;
    stream.write(`\r\u001b[K${shown.slice(0, (windowWidth(stream) ?? 80) - 1)}`);
    frame += 1;
  };
  draw();
  const timer = setInterval(draw, frameMs);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      stream.write('\r\u001b[K');
    },
  };
}
