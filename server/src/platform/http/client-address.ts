import type { IncomingMessage } from 'node:http';
import { BlockList, isIP } from 'node:net';
import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';

const LOOPBACK = ['127.0.0.0/8', '::1/128'];
const PRIVATE = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7', ...LOOPBACK];
const NAMED: Readonly<Record<string, readonly string[]>> = { loopback: LOOPBACK, private: PRIVATE };

/** Who is at the other end. X-Forwarded-For counts only as far as it was written by proxies the operator trusts. */
@Injectable()
export class ClientAddress {
  private readonly proxies = new BlockList();

  constructor(config: Config) {
    for (const entry of config.trustedProxies) {
      for (const network of NAMED[entry] ?? [entry]) {
        this.trust(network);
      }
    }
  }

  isTrusted(address: string): boolean {
    const plain = withoutMapping(address);
    const family = isIP(plain);
    return family !== 0 && this.proxies.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  }

  /** The address of a bare request, for sockets; HTTP handlers have it as `request.ip`. */
  of(request: IncomingMessage): string {
    let address = withoutMapping(request.socket.remoteAddress ?? '');
    const forwarded = request.headers['x-forwarded-for'] ?? '';
    const hops = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded).split(',').map((hop) => hop.trim());
    while (this.isTrusted(address)) {
      const before = hops.pop();
      if (before === undefined || isIP(before) === 0) {
        break;
      }
      address = withoutMapping(before);
    }
    return address;
  }

  private trust(network: string): void {
    const [address = '', bits] = network.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    if (bits === undefined) {
      this.proxies.addAddress(address, family);
    } else {
      this.proxies.addSubnet(address, Number(bits), family);
    }
  }
}

/** Is this an entry that TRUST_PROXY may list? */
export function isProxyEntry(entry: string): boolean {
  const [address = '', bits, ...rest] = entry.split('/');
  const family = isIP(address);
  const isNetwork = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
  return entry in NAMED || (family !== 0 && isNetwork && rest.length === 0);
}

/** IPv4 as it arrives on a socket that listens on both families: `::ffff:10.0.0.7`. */
function withoutMapping(address: string): string {
  return address.startsWith('::ffff:') && address.includes('.') ? address.slice(7) : address;
}
