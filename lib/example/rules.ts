import type { ExampleAction, ExampleRoutine } from "./learned/schema";
import type { ExampleIncident, IncidentKey, PersonKey, ServiceKey, TeamKey } from "./schema";

/** What a loading has made so far, for what refers to it. */
export interface Loading {
  ids: {
    people: Record<PersonKey, string>;
    teams: Record<TeamKey, string>;
    services: Record<ServiceKey, string>;
    incidents: Record<IncidentKey, { id: string; number: number }>;
  };
  tags: ReadonlyMap<string, { id: string; group: string }>;
  /** What came of action items in later incidents: written when all of these stand. */
  held: ({ actionItemId: string } & NonNullable<ExampleAction["held"]>[number])[];
  /** The action items that post-mortems name, by their key. */
  actions: Map<string, { number: number; title: string }>;
}

const DAY = 86_400_000;
const MINUTE = 60_000;

export const atClock = (midnight: number, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split(":").map(Number);
  return new Date(midnight + (hours * 60 + minutes) * MINUTE);
};

export const midnightOf = (moment: Date) => Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());

/** The last Sunday of October, at 00:00 UTC: the company's clocks go back an hour later. */
export function clockChangeNight(year: number): Date {
  const last = Date.UTC(year, 9, 31);
  return new Date(last - new Date(last).getUTCDay() * DAY);
}

/** The latest such night that lies at least twenty days back, so that what followed it lies in the past too. */
export function lastClockChangeNight(now: Date): Date {
  const year = now.getUTCFullYear();
  const night = clockChangeNight(year);
  return night.getTime() + 20 * DAY <= now.getTime() ? night : clockChangeNight(year - 1);
}

/** The moment at which an example incident was declared, for a history loaded `now`. */
export function declaredAt(incident: ExampleIncident, now: Date): Date {
  if ("minutesAgo" in incident) return new Date(now.getTime() - incident.minutesAgo * MINUTE);
  if ("declaredDaysAgo" in incident) return atClock(midnightOf(now) - incident.declaredDaysAgo * DAY, incident.declaredAt);
  return atClock(lastClockChangeNight(now).getTime() + incident.declaredNightsAfterClockChange * DAY, incident.declaredAt);
}

/** A clock of the day that lies so many days after the incident's own. */
export const clockAfter = (declared: Date, day: number, clock: string): Date => atClock(midnightOf(declared) + day * DAY, clock);

export function routineAt(change: ExampleRoutine, now: Date): Date {
  return "minutesAgo" in change ? new Date(now.getTime() - change.minutesAgo * MINUTE) : atClock(midnightOf(now) - change.daysAgo * DAY, change.at);
}

/** Oldest first, with the moment of declaring: the order in which they receive their numbers. */
export function inOrder(history: readonly ExampleIncident[], now: Date): { incident: ExampleIncident; declaredAt: Date }[] {
  return history
    .map((incident) => ({ incident, declaredAt: declaredAt(incident, now) }))
    .sort((one, other) => one.declaredAt.getTime() - other.declaredAt.getTime());
}

const REF = /#\[([a-z-]+)\]/g;

/** The incidents that a text names as `#[key]`. */
export const refsIn = (text: string): string[] => [...text.matchAll(REF)].map((match) => match[1] ?? "");

/** Puts the real ref (`#INC-12`) where a text names an incident by its key. */
export const withRefs = (text: string, refOf: (key: IncidentKey) => string): string => text.replace(REF, (_, key: string) => `#${refOf(key as IncidentKey)}`);
