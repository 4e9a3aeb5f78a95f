import nodemailer from "nodemailer";
import { publicOrigin } from "../auth/origin";
import { env } from "../env";
import { AppError } from "../errors";

export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** The same for every try of one message, so that a mailbox can tell a repetition. */
  id?: string;
}

/** A server that hangs may hold one mail for this long, and nothing else. In milliseconds. */
const TIMEOUTS = { dnsTimeout: 10_000, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 };

/** nodemailer takes options beside a URL only inside of it. */
function withTimeouts(smtpUrl: string): string {
  const url = new URL(smtpUrl);
  for (const [name, ms] of Object.entries(TIMEOUTS)) if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  return url.href;
}

export const mailIsSetUp = (): boolean => env().SMTP_URL !== undefined;

/** Sends one mail in plain text, over a connection of its own. Throws when the server does not take it; jobs try again. */
export async function sendMail({ to, subject, text, id }: Mail): Promise<void> {
  const { SMTP_URL, MAIL_FROM } = env();
  if (!SMTP_URL) throw new AppError("UNAVAILABLE", "Mail is not set up here (SMTP_URL).");
  const host = new URL(await publicOrigin()).hostname;
  const transport = nodemailer.createTransport(withTimeouts(SMTP_URL));
  try {
    await transport.sendMail({
      from: MAIL_FROM ?? { name: "Candor", address: `candor@${host}` },
      to: { name: "", address: to },
      subject,
      text,
      ...(id ? { messageId: `<${id}@${host}>` } : {}),
      headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
    });
  } finally {
    transport.close();
  }
}
