import { inTeams, WELCOME_WORDS } from "../invitations/words";
import type { AppRole } from "../people/words";
import type { Mail } from "./transport";

/** The letters of the doors. Plain text: they hold a link, and nothing that would have to be trusted to be shown. */

const signed = (origin: string, ...paragraphs: string[]) => `${paragraphs.join("\n\n")}\n\n— \nCandor, ${origin}\n`;

export function invitationLetter(to: { email: string; role: AppRole; url: string; origin: string; by: string; teams: string[] }): Mail {
  return {
    to: to.email,
    subject: `${to.by} invites you to Candor`,
    text: signed(
      to.origin,
      "Hello,",
      `${to.by} invites you to Candor, where your teams declare incidents, work them together, and learn from them without blame.`,
      `${WELCOME_WORDS[to.role]}${inTeams(to.teams)}`,
      `Choose a name and a password here:\n${to.url}`,
      "The link works once, within seven days. If you did not expect it, you can leave it: nothing happens without it.",
    ),
  };
}

export function resetLetter(to: { email: string; name: string; url: string; origin: string }): Mail {
  return {
    to: to.email,
    subject: "A new password for Candor",
    text: signed(
      to.origin,
      `Hello ${to.name},`,
      "someone, hopefully you, asked for a new password for your Candor account. Choose one here:",
      to.url,
      "The link works once, within an hour. Setting a new password signs you out everywhere else.",
      "If it was not you, you can leave this mail: your password stays as it is.",
    ),
  };
}
