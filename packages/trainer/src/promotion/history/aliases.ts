/** The aliases that promotion owns. */
export const aliases = {
  /** The version in use. */
  champion: 'champion',
  /** The last version that the gate refused. */
  challenger: 'challenger',
  /** The version that was the champion before. */
  previous: 'previous',
} as const;
