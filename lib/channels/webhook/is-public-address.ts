import { BlockList, isIP } from "node:net";

/** Networks no customer's server lives in: this machine, private and shared ranges, link-local (cloud metadata),
 * multicast, documentation and reserved. Source: IANA special-purpose address registries. */
const v4 = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.31.196.0", 24],
  ["192.52.193.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["192.175.48.0", 24],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
] as const;

const blocked = new BlockList();
for (const [address, bits] of v4) blocked.addSubnet(address, bits, "ipv4");

const global6 = new BlockList();
global6.addSubnet("2000::", 3, "ipv6");
/** Inside the global range, yet tunnels to IPv4, documentation or benchmarks. */
const blocked6 = new BlockList();
for (const [address, bits] of [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
] as const)
  blocked6.addSubnet(address, bits, "ipv6");

/** May a user-given address be dialled? Fails closed: whatever is not a plain public address is not. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !blocked.check(address, "ipv4");
  if (family !== 6 || address.includes("%")) return false;
  return global6.check(address, "ipv6") && !blocked6.check(address, "ipv6");
}

export function isLoopbackAddress(address: string): boolean {
  return address === "::1" || (isIP(address) === 4 && address.startsWith("127."));
}
