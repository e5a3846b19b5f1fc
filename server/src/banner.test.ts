import { describe, expect, it } from '@jest/globals';
import { banner } from './banner.js';

const config = { publicUrl: null, tls: null, host: '0.0.0.0' };
const lan = ['http://192.168.1.7:3000', 'http://172.17.0.1:3000'];

describe('banner', () => {
  it('shows the set-up link while there is no admin, and a code for the likeliest address', () => {
    const text = banner({ config, port: 3000, setupToken: 'abc', lan });
    expect(text).toContain('http://localhost:3000/setup#abc');
    expect(text).toContain('Scan with a phone: http://192.168.1.7:3000');
    expect(text).toContain('http://172.17.0.1:3000');
    expect(text).toContain('█');
  });

  it('shows no link once there is an admin', () => {
    expect(banner({ config, port: 3000, setupToken: null, lan })).not.toContain('setup');
  });

  it('puts the public address first', () => {
    const text = banner({
      config: { ...config, publicUrl: 'https://quiz.example.cn' },
      port: 3000,
      setupToken: 'abc',
      lan,
    });
    expect(text).toContain('https://quiz.example.cn/setup#abc');
    expect(text).toContain('Scan with a phone: https://quiz.example.cn\n');
  });

  it('names no network when it listens on this machine alone', () => {
    const text = banner({ config: { ...config, host: '127.0.0.1' }, port: 3000, setupToken: null, lan });
    expect(text).not.toContain('192.168.1.7');
    expect(text).toContain('Scan with a phone: http://localhost:3000');
  });
});
