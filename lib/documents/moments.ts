import { clock, dayKey, shortDate } from "../dates";

/** A moment of a document as it is read in a zone: the clock, and the date where it is another day than the incident's. Without a zone, the instant. */
export function momentText(at: string, { zone, around }: { zone?: string | undefined; around?: string | null | undefined }): string {
  if (!Number.isFinite(Date.parse(at))) return "";
  if (!zone) return at;
  const sameDay = around && dayKey(around, zone) === dayKey(at, zone);
  return sameDay ? clock(at, zone) : `${shortDate(at, zone)} ${clock(at, zone)}`;
}
