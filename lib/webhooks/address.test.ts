import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./address";

const PRIVATE =
  "127.0.0.1 127.8.9.1 10.0.0.1 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 100.64.0.1 0.0.0.0 192.0.0.8 198.18.0.1 " +
  "203.0.113.9 224.0.0.1 255.255.255.255 :: ::1 fc00::1 fd12:3456::1 fe80::1 fe80::1%eth0 ff02::1 ::ffff:127.0.0.1 ::ffff:7f00:1 " +
  "::ffff:10.0.0.1 64:ff9b::7f00:1 64:ff9b::10.0.0.1 64:ff9b:1::1 2001::1 2001:db8::1 2002:7f00:1:: 100::1";
const PUBLIC =
  "1.1.1.1 8.8.8.8 172.15.255.255 172.32.0.1 100.63.255.255 100.128.0.1 192.167.255.255 2606:4700::1111 2a00:1450::1 ::ffff:8.8.8.8 " + "64:ff9b::808:808";

describe("addresses that a message of ours may be sent to", () => {
  it.each([...PRIVATE.split(" "), "", "not an address"])("%s is not one", (address) => expect(isPublicAddress(address)).toBe(false));
  it.each(PUBLIC.split(" "))("%s is one", (address) => expect(isPublicAddress(address)).toBe(true));
});
