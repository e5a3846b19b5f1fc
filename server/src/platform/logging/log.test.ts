import { describe, expect, it } from '@jest/globals';
import { QueryFailedError } from 'typeorm';
import { createLog } from './log.js';

function linesOf(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

describe('the log', () => {
  it('hides secrets and names wherever they hang', () => {
    const line = linesOf((log) => log.info({ personToken: 's1', body: { password: 's2', seat: { name: 's3' } } }, 'x'));
    expect(line).not.toMatch(/s1|s2|s3/);
  });

  it('shows of a database error what failed and where, but no statement and no values', () => {
    const driverError = Object.assign(new Error("Duplicate entry '张三' for key 'uq'"), {
      code: 'ER_DUP_ENTRY',
      sql: "'张三'",
    });
    const error = new QueryFailedError('INSERT INTO person VALUES (?)', ['张三'], driverError);
    const line = linesOf((log) => log.error({ err: error }, 'request failed'));
    expect(line).not.toContain('张三');
    expect(JSON.parse(line)).toMatchObject({
      err: { type: 'QueryFailedError', code: 'ER_DUP_ENTRY', stack: expect.stringContaining('    at ') },
    });
  });

  it('shows other errors whole', () => {
    const line = linesOf((log) => log.error({ err: new TypeError("reading 'remove'") }, 'x'));
    expect(JSON.parse(line)).toMatchObject({ err: { type: 'TypeError', message: "reading 'remove'" } });
  });
});
