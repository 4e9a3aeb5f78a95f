/** Bounds of the organisation's setting. */
export const MOST_PHRASES = 200;
export const MOST_VENDORS = 500;
