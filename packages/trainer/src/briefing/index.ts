export { NoBriefingError } from './no-briefing-error.ts';
export { briefingPage } from './page.ts';
export { readBriefing } from './read/read-briefing.ts';
export type { BriefingSource } from './read/read-briefing.ts';
export type { Briefing } from './briefing.ts';
