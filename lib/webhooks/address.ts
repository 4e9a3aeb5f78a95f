import { BlockList, isIP } from "node:net";

/** Which addresses a message of ours may be sent to: those of the public internet, unless an admin allows others. */

const blocked4 = new BlockList();
const LOCAL =
  "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24" +
  " 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
for (const range of LOCAL.split(" ")) {
  const [net, bits] = range.split("/");
  blocked4.addSubnet(net!, Number(bits), "ipv4");
}

/** Global unicast is 2000::/3; these parts of it are not: Teredo and others, documentation, 6to4. */
const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
const blocked6 = new BlockList();
for (const range of "2001::/23 2001:db8::/32 2002::/16 3fff::/20".split(" ")) {
  const [net, bits] = range.split("/");
  blocked6.addSubnet(net!, Number(bits), "ipv6");
}

/** The IPv4 address inside of an IPv6 one (mapped, or translated by NAT64), if that is what it is. */
function inner4(address: string): string | null {
  const url = new URL(`http://[${address.replace(/%.*$/, "")}]/`).hostname.slice(1, -1);
  const tail = /^(?:::ffff:|64:ff9b::)([0-9a-f]{1,4}):([0-9a-f]{1,4})$/.exec(url);
  if (!tail) return null;
  const [high, low] = [Number.parseInt(tail[1]!, 16), Number.parseInt(tail[2]!, 16)];
  return [high >> 8, high & 255, low >> 8, low & 255].join(".");
}

export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !blocked4.check(address, "ipv4");
  if (isIP(address) !== 6) return false;
  const four = inner4(address);
  if (four) return isPublicAddress(four);
  const plain = address.replace(/%.*$/, "");
  return global6.check(plain, "ipv6") && !blocked6.check(plain, "ipv6");
}
