import { describe, expect, it } from '@jest/globals';
import { withSecrets } from './secrets.js';

const files: Readonly<Record<string, string>> = { '/run/secrets/url': ' redis://:word@redis:6379\n' };

function read(file: string): string {
  const text = files[file];
  if (text === undefined) throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
  return text;
}

describe('secrets in files', () => {
  it('are read in place of the setting, without the line end that an editor leaves', () => {
    const env = withSecrets({ PORT: '80', REDIS_URL_FILE: '/run/secrets/url' }, read);
    expect(env).toMatchObject({ PORT: '80', REDIS_URL: 'redis://:word@redis:6379' });
  });

  it('leave an environment without them as it is', () => {
    expect(withSecrets({ REDIS_URL: 'redis://redis', DATABASE_URL_FILE: '' }, read)).toMatchObject({
      REDIS_URL: 'redis://redis',
    });
  });

  it.each([
    ['said twice', { REDIS_URL: 'redis://redis', REDIS_URL_FILE: '/run/secrets/url' }, /set one of them/],
    ['in a file that is not there', { METRICS_TOKEN_FILE: '/nowhere' }, /\/nowhere.*ENOENT/],
  ])('are refused when they are %s', (_, env, expected) => {
    expect(() => withSecrets(env, read)).toThrow(expect.objectContaining({ english: expect.stringMatching(expected) }));
  });
});
