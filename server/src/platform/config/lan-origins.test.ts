import type { NetworkInterfaceInfo } from 'node:os';
import { describe, expect, it } from '@jest/globals';
import { lanOrigins } from './lan-origins.js';

const at = (address: string, internal = false): NetworkInterfaceInfo => ({
  ...{ address, internal, family: 'IPv4', netmask: '255.255.255.0', mac: '00:00:00:00:00:00', cidr: null },
});

describe('lanOrigins', () => {
  it('lists the network of the hall first, then others, and what no phone reaches last', () => {
    const interfaces = {
      lo: [at('127.0.0.1', true)],
      docker0: [at('172.17.0.1')],
      tailscale0: [at('100.64.0.9')],
      'vEthernet (WSL)': [at('172.28.0.1')],
      eth1: [at('169.254.3.4')],
      eth0: [at('203.0.113.5')],
      wlan0: [at('192.168.1.7')],
    };
    expect(lanOrigins(3000, 'http', interfaces)).toEqual([
      'http://192.168.1.7:3000',
      'http://203.0.113.5:3000',
      'http://169.254.3.4:3000',
      'http://172.17.0.1:3000',
      'http://100.64.0.9:3000',
      'http://172.28.0.1:3000',
    ]);
  });

  it('leaves out the port where it is the scheme’s own', () => {
    expect(lanOrigins(80, 'http', { en0: [at('10.0.0.2')] })).toEqual(['http://10.0.0.2']);
    expect(lanOrigins(443, 'https', { en0: [at('10.0.0.2')] })).toEqual(['https://10.0.0.2']);
  });
});
