import { z } from "zod";
import { INCIDENT_ROLES } from "../incidents/words";
import { Email, Flag, Id, IncidentRef, Line, Link, PageQuery, Password, page } from "../scalars";
import { APP_ROLES } from "./words";

export const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().optional(),
  avatarUrl: z.string().nullable(),
  role: z.enum(APP_ROLES),
});
export type Person = z.infer<typeof Person>;

/** A person with what an admin or they themselves may see of them. */
export const PersonDetail = Person.extend({
  zone: z.string().nullable(),
  shortcuts: z.boolean(),
  disabledAt: z.string().nullable(),
  teams: z.array(z.object({ id: z.string(), name: z.string(), role: z.string() })),
  version: z.number(),
});
export type PersonDetail = z.infer<typeof PersonDetail>;

const Zone = z
  .string()
  .max(64)
  .refine((zone) => {
    try {
      new Intl.DateTimeFormat("en", { timeZone: zone });
      return true;
    } catch {
      return false;
    }
  }, "A time zone as Europe/Berlin");

export const UpdatePerson = z.strictObject({
  name: Line.optional(),
  email: Email.optional(),
  role: z.enum(APP_ROLES).optional(),
  avatarUrl: Link.nullable().optional(),
  zone: Zone.nullable().optional(),
  shortcuts: z.boolean().optional(),
  disabled: z.boolean().optional(),
  currentPassword: z.string().max(200).optional(),
  password: Password.optional(),
});
export type UpdatePerson = z.infer<typeof UpdatePerson>;

export const PersonId = z.strictObject({ id: Id });

/** A person as everyone here reads them; what is theirs alone is there for admins and themselves. */
export const PersonProfile = PersonDetail.partial({ zone: true, shortcuts: true });
export type PersonProfile = z.infer<typeof PersonProfile>;
export const PersonPage = page(PersonProfile);
export type PersonPage = z.infer<typeof PersonPage>;

/** `q`: in the name (for admins also in the mail address). `sees`: who may see that incident. Those who left are listed by `disabled=true` alone. */
export const ListPeople = z.strictObject({
  q: z.string().trim().max(200).optional(),
  team: Id.optional(),
  sees: IncidentRef.optional(),
  disabled: Flag.optional(),
  ...PageQuery,
});
export type ListPeople = z.infer<typeof ListPeople>;

/** An incident in which someone held roles, newest first. */
export const RolesHeld = z.object({
  incident: z.object({ ref: z.string(), title: z.string() }),
  roles: z.array(z.enum(INCIDENT_ROLES)),
  since: z.string(),
});
export type RolesHeld = z.infer<typeof RolesHeld>;

export const SetUp = z.strictObject({
  name: Line,
  email: Email,
  password: Password,
  exampleHistory: z.boolean().default(false),
});
export type SetUp = z.infer<typeof SetUp>;
