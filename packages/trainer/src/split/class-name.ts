/** What a class is called in a message, by its code. */
export type ClassName = (code: number) => string | number;

/** Where nobody knows better. */
export const codeAsName: ClassName = (code) => code;
