import { headers } from "next/headers";

/** The nonce of this page's policy, for what the page itself says in a `<style>`. */
export const pageNonce = async (): Promise<string | undefined> => /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
