import type { DeclareDraft } from "../../lib/declare/rules";
import type { DeclareStart } from "../layout/openers";

/** A draft's beginning from what the place knew that opened the sheet. Whose a service is, is looked up when it is needed. */
export const startOf = (start: DeclareStart | undefined): Partial<DeclareDraft> => ({
  ...(start?.title ? { title: start.title } : {}),
  ...(start?.services?.length ? { services: start.services.map(({ id, name }) => ({ id, name })) } : {}),
});
