import type { AppRole } from "../people/words";

/** Facts about the actor and the row that a rule may ask for. */
export interface Facts {
  role: AppRole;
  /** The actor leads this incident (or this team, for a team's verbs). */
  leads?: boolean;
  /** The row is the actor themselves or their own. */
  own?: boolean;
}

const anyone = () => true;
const member = (facts: Facts) => facts.role !== "viewer";
const admin = (facts: Facts) => facts.role === "admin";
const leadOrAdmin = (facts: Facts) => admin(facts) || (member(facts) && facts.leads === true);
const ownOrAdmin = (facts: Facts) => admin(facts) || facts.own === true;

/** Who may do which verb, among those who can see the row. The one table; `api.md` says it in prose. */
const RULES = {
  "incident.declare": anyone,
  "incident.update": member,
  "incident.visibility": leadOrAdmin,
  "incident.status": member,
  "incident.severity": member,
  "incident.merge": member,
  "incident.next_update": member,
  "incident.seen": anyone,
  "timeline.add": member,
  "timeline.edit": member,
  "timeline.delete": member,
  "timeline.redact": leadOrAdmin,
  "timeline.attach": member,
  "role.take": member,
  "role.end": member,
  "call.make": member,
  "call.answer": anyone,
  "change.record": member,
  "change.judge": member,
  "factor.write": member,
  "net.write": member,
  "action.write": member,
  "action.held": member,
  "postmortem.write": member,
  /** Anyone who was asked; whoever was not must be a member, which the mutation asks. */
  "postmortem.review": anyone,
  "postmortem.publish": member,
  "postmortem.redact": leadOrAdmin,
  "hint.keep": member,
  "inbox.done": anyone,
  "service.write": member,
  "team.create": admin,
  "team.update": (facts) => admin(facts) || facts.leads === true,
  "team.delete": admin,
  "person.update": ownOrAdmin,
  "person.disable": admin,
  "person.role": admin,
  "invitation.write": admin,
  "token.write": anyone,
  "session.end": ownOrAdmin,
  "reset.link": admin,
  "audit.read": admin,
  "settings.write": admin,
  "tag.write": admin,
  "example.load": admin,
} satisfies Record<string, (facts: Facts) => boolean>;

export type Verb = keyof typeof RULES;
export const VERBS = Object.keys(RULES) as Verb[];

/** What is done in nobody's name: neither its event nor its key tells who, so that nothing of it can be counted by person. */
export const NAMELESS: ReadonlySet<Verb> = new Set<Verb>(["hint.keep"]);

export const may = (verb: Verb, facts: Facts): boolean => RULES[verb](facts);

const INCIDENT_VERBS: Verb[] = VERBS.filter(
  (verb) => /^(incident|timeline|role|call|change|factor|net|action|postmortem|hint)\./.test(verb) && verb !== "incident.declare",
);

/** The verbs of an incident that the actor may do: its `can`. */
export const incidentVerbs = (facts: Facts): Verb[] => INCIDENT_VERBS.filter((verb) => may(verb, facts));
