import { describe, expect, it } from '@jest/globals';
import { filterOf, isFiltered, queryOf, withPart } from './filter';

describe('a filter', () => {
  it('is the same in the address and out of it', () => {
    const filter = { text: '安全帽 带', kind: 'hotspot', difficulty: '3', changedSource: '1', offset: '50' } as const;
    expect(filterOf(queryOf(filter))).toEqual(filter);
    expect(queryOf({})).toBe('');
    expect(queryOf({ offset: '0' })).toBe('');
  });

  it('leaves out what does not fit and keeps the rest', () => {
    expect(filterOf('?kind=essay&difficulty=9&status=draft&offset=-1&x=1')).toEqual({ status: 'draft' });
  });

  it('begins at the first page when it changes, and goes on by page', () => {
    const second = { kind: 'single', offset: '50' } as const;
    expect(withPart(second, { status: 'draft' }).offset).toBeUndefined();
    expect(withPart(second, { offset: '100' })).toEqual({ kind: 'single', offset: '100' });
    expect(withPart(second, { kind: '' })).toEqual({});
  });

  it('is one only when it asks for more than a page', () => {
    expect(isFiltered({ offset: '50' })).toBe(false);
    expect(isFiltered({ unreleased: '1' })).toBe(true);
  });
});
