import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { aConfig } from '../../../test/support/a-config.js';
import { ClientAddress } from './client-address.js';

function from(remoteAddress: string, forwarded?: string): IncomingMessage {
  const socket = Object.defineProperty(new Socket(), 'remoteAddress', { value: remoteAddress });
  const request = new IncomingMessage(socket);
  if (forwarded !== undefined) {
    request.headers['x-forwarded-for'] = forwarded;
  }
  return request;
}

describe('ClientAddress', () => {
  const addresses = (...trustedProxies: string[]) => new ClientAddress(aConfig('/tmp', { trustedProxies }));

  it('believes nobody’s header when no proxy is trusted', () => {
    expect(addresses().of(from('203.0.113.9', '1.2.3.4'))).toBe('203.0.113.9');
  });

  it('takes the address that the trusted proxy saw, not one the client made up', () => {
    expect(addresses('loopback').of(from('::ffff:127.0.0.1', '6.6.6.6, 203.0.113.9'))).toBe('203.0.113.9');
  });

  it('walks through a chain of trusted proxies', () => {
    expect(addresses('10.0.0.0/8').of(from('10.0.0.1', '203.0.113.9, 10.1.2.3'))).toBe('203.0.113.9');
  });

  it('stays with the proxy when what it forwards is no address', () => {
    expect(addresses('loopback').of(from('127.0.0.1', 'unknown'))).toBe('127.0.0.1');
  });
});
