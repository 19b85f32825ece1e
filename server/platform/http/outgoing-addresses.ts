import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** What may be said of an address: the whole world's, some network's own, or one that no request ever goes to. */
export type AddressKind = 'public' | 'private' | 'never';

type Subnet = readonly [network: string, prefix: number];

const listOf = (four: readonly Subnet[], six: readonly Subnet[]): BlockList => {
  const list = new BlockList();
  for (const [network, prefix] of four) list.addSubnet(network, prefix, 'ipv4');
  for (const [network, prefix] of six) list.addSubnet(network, prefix, 'ipv6');
  return list;
};

/**
 * Addresses that nobody runs a service for others at (the special-purpose registries of IANA, RFC 6890): link-local, where
 * clouds tell a machine its own secrets, documentation, multicast, tunnels that hide an IPv4 address in an IPv6 one.
 */
const never = listOf(
  [
    ['0.0.0.0', 8],
    ['169.254.0.0', 16],
    ['192.0.0.0', 24],
    ['192.0.2.0', 24],
    ['192.88.99.0', 24],
    ['198.18.0.0', 15],
    ['198.51.100.0', 24],
    ['203.0.113.0', 24],
    ['224.0.0.0', 3],
    // Where one cloud keeps its metadata, within what is otherwise shared by customers of a provider.
    ['100.100.100.200', 32],
  ],
  [
    ['::', 128],
    ['64:ff9b::', 96],
    ['64:ff9b:1::', 48],
    ['100::', 64],
    ['2001::', 23],
    ['2001:db8::', 32],
    ['2002::', 16],
    ['3fff::', 20],
    ['5f00::', 16],
    ['fe80::', 10],
    ['fec0::', 10],
    ['ff00::', 8],
    // The same metadata over IPv6, at two clouds.
    ['fd00:ec2::254', 128],
    ['fd20:ce::254', 128],
  ],
);

/** Addresses that mean something else in every network: loopback, private, shared by customers of a provider (CGNAT). */
const inside = listOf(
  [
    ['10.0.0.0', 8],
    ['100.64.0.0', 10],
    ['127.0.0.0', 8],
    ['172.16.0.0', 12],
    ['192.168.0.0', 16],
  ],
  [
    ['::1', 128],
    ['fc00::', 7],
  ],
);

/** IPv4 in the clothes of IPv6 (`::ffff:127.0.0.1`) is looked at as what it is. */
export function kindOf(address: string): AddressKind {
  const family = isIPv4(address) ? 'ipv4' : isIPv6(address) ? 'ipv6' : undefined;
  if (family === undefined || never.check(address, family)) return 'never';
  return inside.check(address, family) ? 'private' : 'public';
}
