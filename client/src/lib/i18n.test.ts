import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { ERROR_CODES } from '@anquanli/contract/vocabulary';
import { errorText, errorWords, lateSeconds } from './error-words';
import './error-words-contest';
import './error-words-desk';
import './error-words-register';
import { formatNumber, setLanguage, translate, type Words } from './i18n';

const SOURCE = path.resolve(import.meta.dirname, '..');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (name) => /(^|\/)(error-)?words[^/]*\.ts$/.test(name) && !name.endsWith('.test.ts'),
);

function isWords(value: unknown): value is Words {
  return typeof value === 'object' && value !== null && 'zh' in value && 'en' in value;
}

const placeholders = (text: string) => Array.from(text.matchAll(/{{(\w+)}}/g), ([, name]) => name).sort();

describe.each(files)('the words of %s', (file) => {
  let dictionaries: Words[] = [];
  beforeAll(async () => {
    const module: Record<string, unknown> = await import(path.join(SOURCE, file));
    dictionaries = Object.values(module).filter(isWords);
  });

  it('exist, with the same keys in both languages and none empty', () => {
    expect(dictionaries.length).toBeGreaterThan(0);
    for (const { zh, en } of dictionaries) {
      expect(Object.keys(en).sort()).toEqual(Object.keys(zh).sort());
      for (const text of [...Object.values(zh), ...Object.values(en)]) expect(text.trim()).not.toBe('');
    }
  });

  it('have the same placeholders in both languages', () => {
    for (const { zh, en } of dictionaries)
      for (const key of Object.keys(zh))
        expect([key, placeholders(en[key] ?? '')]).toEqual([key, placeholders(zh[key] ?? '')]);
  });

  it('say nothing in the tone of an office', () => {
    for (const { zh } of dictionaries)
      for (const text of Object.values(zh))
        expect(text).not.toMatch(/请知悉|系统提示|操作失败|非法|尊敬的|！(?<!答对了！)/);
  });
});

describe('the words for errors', () => {
  it.each(['zh', 'en'] as const)('have a sentence for every code in %s', (language) => {
    setLanguage(language);
    const t = translate(errorWords);
    const unknown = t('internal');
    for (const code of ERROR_CODES) {
      const text = errorText(t, { ok: false, code });
      expect({ code, isMissing: code !== 'internal' && text === unknown }).toEqual({ code, isMissing: false });
      expect(text).not.toContain('{{');
    }
  });

  it('say by how much an answer was late, never by nothing', () => {
    setLanguage('zh');
    const text = errorText(translate(errorWords), { ok: false, code: 'answer_late', details: { lateMs: 412 } });
    expect(text).toBe('晚了 0.4 秒，这题没算上');
    expect(lateSeconds(3)).toBe('0.1');
  });

  it("end with the code that finds the line in the server's log", () => {
    setLanguage('zh');
    expect(errorText(translate(errorWords), { ok: false, code: 'internal', ref: 'k3f9' })).toContain('(k3f9)');
  });
});

describe('numbers', () => {
  it('are grouped in thousands', () => {
    expect([0, 999, 5_212, 1_234_567, -1_500].map((value) => formatNumber(value))).toEqual([
      '0',
      '999',
      '5,212',
      '1,234,567',
      '−1,500',
    ]);
    expect(formatNumber(6.44, 1)).toBe('6.4');
  });
});
