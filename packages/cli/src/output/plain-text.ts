// C0 and C1 controls, DEL, line and paragraph separators, and the marks that reorder text on screen.
// eslint-plugin's no-control-regex does not apply: matching controls is the purpose.
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
const whitespace = /[\t\n\r\u2028\u2029]+/gu;

/**
 * Text from outside (a run's name, a server's message, a log line) as one line that cannot steer the terminal:
 * whitespace runs with line breaks become one space, every other control character is dropped.
 */
export function plainText(text: string): string {
  return text.replace(whitespace, ' ').replace(controls, '');
}

/** JSON on one line; control characters that JSON allows in the clear are escaped, so nothing is lost. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value).replace(
    controls,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
