import { networkInterfaces, type NetworkInterfaceInfo } from 'node:os';

/** Interfaces that phones in a hall cannot reach: containers, tunnels, virtual machines. */
const VIRTUAL =
  /^(docker|br-|veth|virbr|vmnet|vboxnet|vethernet|utun|tun|tap|wg|ppp|zt|tailscale|cni|flannel|cali|podman|lxc|lxd|bridge|ham)|virtual|vmware|hyper-v|wsl|tailscale|zerotier|vpn/i;

type Interfaces = Readonly<Record<string, readonly NetworkInterfaceInfo[] | undefined>>;

/** Under which addresses people on the local network may reach `port`, the likely ones first. */
export function lanOrigins(
  port: number,
  scheme: 'http' | 'https' = 'http',
  interfaces: Interfaces = networkInterfaces(),
): string[] {
  const found = Object.entries(interfaces).flatMap(([name, addresses = []]) =>
    addresses
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => ({ address, rank: rankOf(name, address) })),
  );
  return found.sort((a, b) => a.rank - b.rank).map(({ address }) => originOf(scheme, address, port));
}

/** `http://192.168.1.7:3000`, without the port where it is the scheme's own. */
export function originOf(scheme: 'http' | 'https', host: string, port: number): string {
  return new URL(`${scheme}://${host}:${port}`).origin;
}

/** Home and office networks first, then others, self-assigned ones, and at the end what is not a network in the hall. */
function rankOf(name: string, address: string): number {
  if (VIRTUAL.test(name)) {
    return 4;
  }
  if (address.startsWith('169.254.')) {
    return 3;
  }
  return address.startsWith('192.168.') || address.startsWith('10.') ? 0 : 1;
}
