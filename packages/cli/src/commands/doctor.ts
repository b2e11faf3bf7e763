import { defineCommand } from '../command.ts';
import { doctorAnswer, doctorExit, renderFindings } from '../doctor/summary.ts';
import { trackingOptions } from '../options/tracking-options.ts';

/** `xgflow doctor`: what xgflow needs, and whether it is there. */
export const command = defineCommand({
  options: trackingOptions,
  examples: [
    ['$0 doctor', 'look at the machine and at the server, if there is one'],
    ['$0 doctor --json', 'for a bug report'],
  ],
  async run(args, context) {
    const { examine } = await import('../doctor/examine.ts');
    const { output } = context;
    const findings = await output.during('looking', () => examine(args, context));
    output.result(doctorAnswer(findings), () => renderFindings(findings, output));
    return doctorExit(findings);
  },
});
