import { clock, duration, offset, secondsBetween } from "../dates";
import type { Incident } from "../incidents/schema";
import { STATUS_WORDS } from "../incidents/words";
import type { Call } from "./schema";

/** The mail that a call for help sends: what one must know before one opens the room. */
export function callMailText(
  incident: Incident,
  call: Call,
  { room, zone, now }: { room: string; zone: string; now: Date },
): { subject: string; text: string } {
  const { known, impact, trying } = incident.now;
  const lead = incident.roles.find((held) => held.role === "lead")?.person.name;
  const since = incident.startedAt ?? incident.detectedAt ?? incident.declaredAt;
  const facts: [string, string | null | undefined][] = [
    ["Severity", incident.severity ?? "not said yet"],
    ["Status", STATUS_WORDS[incident.status]],
    ["Since", `${clock(since, zone)} (${offset(since, zone)}), ${duration(secondsBetween(since, now))} ago`],
    ["Services", incident.services.map((service) => service.name).join(", ")],
    ["Lead", lead ?? "nobody yet"],
    ["What we know", known],
    ["Who is hurt", impact],
    ["Being tried", trying.join(" · ")],
  ];
  const lines = [
    `${call.calledBy.name} asks for your help with ${incident.ref}: ${incident.title}`,
    ...(call.message.trim() ? ["", call.message.trim()] : []),
    "",
    ...facts.flatMap(([name, value]) => (value ? [`${name}: ${value}`] : [])),
    "",
    "I'm on it, or cannot right now: answer in the room, so that the others know.",
    room,
  ];
  return {
    subject: `${incident.ref}${incident.severity ? ` ${incident.severity}` : ""}: ${call.calledBy.name} asks for your help`,
    text: `${lines.join("\n")}\n`,
  };
}

/** The body of the signed webhook. Of a private incident it says that there is one, and whom it calls: no word of what it is. */
export function callWebhookBody(incident: Incident, call: Call, people: readonly { name: string; email: string }[], url: string): object {
  if (incident.visibility === "private") return { type: "call.made", incident: { ref: incident.ref, visibility: "private", url }, people, at: call.at };
  const { ref, title, severity, status } = incident;
  return { type: "call.made", incident: { ref, title, severity, status, url }, message: call.message, people, calledBy: call.calledBy.name, at: call.at };
}
