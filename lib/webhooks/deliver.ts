import { lookup as systemLookup, type LookupAddress } from "node:dns";
import http from "node:http";
import https from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { Webhook } from "standardwebhooks";
import { isPublicAddress } from "./address";

export interface Delivery {
  url: string;
  secret: string;
  /** The same for every try of one message, so that its receiver can tell a repetition. */
  id: string;
  payload: object;
  /** Loopback, private and link-local addresses are reached only where an admin allows it. */
  allowPrivate: boolean;
  timeoutMs?: number;
  signal?: AbortSignal;
  /** For tests: what a name resolves to. */
  resolve?: Resolve;
}
export type Resolve = (hostname: string, done: (error: Error | null, addresses: LookupAddress[]) => void) => void;

/** The address may not be reached, whatever is tried. */
export class AddressRefused extends Error {
  constructor(hostname: string) {
    super(`${hostname} leads to a private or local address; set CANDOR_ALLOW_PRIVATE_WEBHOOK=1 to allow it`);
  }
}

const TIMEOUT = 10_000;
const everyAddress: Resolve = (hostname, done) => systemLookup(hostname, { all: true, verbatim: true }, (error, addresses) => done(error, addresses ?? []));

/** The socket connects to the very addresses that were checked here: a name that resolves otherwise a moment later changes nothing. */
const guarded =
  (resolve: Resolve, allowPrivate: boolean): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, (error, addresses) => {
      if (error) return done(error, []);
      const reachable = allowPrivate ? addresses : addresses.filter(({ address }) => isPublicAddress(address));
      const [first] = reachable;
      if (!first) return done(new AddressRefused(hostname), []);
      if (options.all) done(null, reachable);
      else done(null, first.address, first.family);
    });

/** Posts a signed message (Standard Webhooks). Throws unless the receiver answers 2xx in time; redirects are not followed. */
export function deliver({ url, secret, id, payload, allowPrivate, timeoutMs = TIMEOUT, signal, resolve = everyAddress }: Delivery): Promise<void> {
  const to = new URL(url);
  const hostname = to.hostname.replace(/^\[|\]$/g, "");
  // A literal address is connected to without a lookup.
  if (isIP(hostname) && !allowPrivate && !isPublicAddress(hostname)) return Promise.reject(new AddressRefused(hostname));
  const body = Buffer.from(JSON.stringify(payload));
  const now = new Date();
  const headers = {
    "content-type": "application/json",
    "content-length": body.byteLength,
    "user-agent": "Candor",
    "webhook-id": id,
    "webhook-timestamp": Math.floor(now.getTime() / 1000),
    "webhook-signature": new Webhook(secret).sign(id, now, body.toString()),
  };
  const deadline = AbortSignal.any([AbortSignal.timeout(timeoutMs), ...(signal ? [signal] : [])]);
  return new Promise((done, fail) => {
    const { request } = to.protocol === "https:" ? https : http;
    const sent = request(to, { method: "POST", headers, agent: false, lookup: guarded(resolve, allowPrivate), signal: deadline });
    sent.on("response", (response) => {
      const status = response.statusCode ?? 0;
      // Nothing that it says is read.
      response.destroy();
      if (status >= 200 && status < 300) done();
      else fail(new Error(status >= 300 && status < 400 ? `The receiver answered ${status}: redirects are not followed` : `The receiver answered ${status}`));
    });
    sent.on("error", (error) => fail(deadline.aborted && !signal?.aborted ? new Error(`The receiver did not answer within ${timeoutMs / 1000} s`) : error));
    sent.end(body);
  });
}
