import { dayKey } from "../dates";
import { type ActionStatus, OPEN_ACTIONS } from "./words";

const DAY = 86_400_000;
const BEFORE = 3;
const WEEK = 7;

export const isOpen = (status: ActionStatus): boolean => OPEN_ACTIONS.includes(status);

/** Days from one day to another: 2 from the 24th to the 26th. */
export const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** The day it is where it is earliest: what lies before it is past for everyone on earth, wherever they typed it. */
export const earliestToday = (now: Date): string => new Date(now.getTime() - 12 * 3_600_000).toISOString().slice(0, 10);

/**
 * Why a due date is refused, or null. Only a new or moved one of an item that is still open has to lie ahead:
 * one that has passed stays as it is, and what is done already may be told with the date that it had.
 */
export function refusedDue(dueOn: string | null | undefined, before: string | null, status: ActionStatus, now: Date): string | null {
  if (!dueOn || dueOn === before || !isOpen(status)) return null;
  return dueOn < earliestToday(now) ? "This day has passed. Choose today or a later one." : null;
}

/** Whether an open item asks for its owner today: three days before it is due, on the day, and weekly after it. */
export function asksToday({ dueOn, remindedAt }: { dueOn: string; remindedAt: Date | null }, now: Date): boolean {
  const today = dayKey(now, "UTC");
  const left = daysBetween(today, dueOn);
  if (left > BEFORE) return false;
  if (!remindedAt) return true;
  const last = dayKey(remindedAt, "UTC");
  if (left > 0) return daysBetween(last, dueOn) > BEFORE;
  return left === 0 ? last < dueOn : last <= dueOn || daysBetween(last, today) >= WEEK;
}

/** "due today", "due in 3 days", "was due 2 weeks ago": never louder than that. */
export function dueWords(dueOn: string, today: string): string {
  const left = daysBetween(today, dueOn);
  const size = Math.abs(left);
  if (left === 0) return "due today";
  if (size === 1) return left > 0 ? "due tomorrow" : "was due yesterday";
  const said =
    size < 14
      ? `${size} days`
      : size < 60
        ? `${Math.round(size / 7)} weeks`
        : size < 720
          ? `${Math.round(size / 30.4)} months`
          : `${Math.round(size / 365.25)} years`;
  return left > 0 ? `due in ${said}` : `was due ${said} ago`;
}

/** How old a risk is, as a panel says it: "today", "1 day", "5 weeks". */
export function ageWords(days: number): string {
  if (days < 1) return "today";
  if (days < 14) return `${days} ${days === 1 ? "day" : "days"}`;
  if (days < 60) return `${Math.round(days / 7)} weeks`;
  return days < 720 ? `${Math.round(days / 30.4)} months` : `${Math.round(days / 365.25)} years`;
}
