/** Whether the text has half a surrogate pair: no UTF-8 exists for it, and MLflow drops what follows. */
export function hasLoneSurrogate(text: string): boolean {
  return /\p{Surrogate}/u.test(text);
}
