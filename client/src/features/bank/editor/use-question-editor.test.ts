import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { act, renderHook } from '@testing-library/react';
import { aDesk, aSingle } from '../model/bank-fixtures';
import { newDraft } from '../model/draft';
import { draftOf } from '../model/draft-content';
import { useQuestionEditor } from './use-question-editor';

const question = aSingle();
const desk = aDesk(question);

/** Answers of the server, one after the other, and what it was asked. */
function answers(...replies: { status: number; body: unknown }[]) {
  const asked: { method: string; path: string; body: unknown }[] = [];
  const fetched = jest.fn(async (path: unknown, init?: { method?: string; body?: string }) => {
    asked.push({ method: init?.method ?? 'GET', path: String(path), body: init?.body && JSON.parse(init.body) });
    const reply = replies[asked.length - 1] ?? { status: 500, body: null };
    return { status: reply.status, text: async () => JSON.stringify(reply.body) };
  });
  Object.assign(globalThis, { fetch: fetched });
  return asked;
}

const refusal = (code: string) => ({ status: 409, body: { ok: false, code } });
const open = (from = desk) =>
  renderHook(() =>
    useQuestionEditor({ setId: 'site-2', desk: from, initial: draftOf(from.question), onStored: () => undefined }),
  );

beforeEach(() => window.localStorage.clear());
afterEach(() => {
  jest.useRealTimers();
});

describe('the editor', () => {
  it('stores on the version it was opened with, and is clean then', async () => {
    const stored = aDesk(aSingle({ stem: '帽带怎样系？' }), { version: 4 });
    const asked = answers({ status: 200, body: stored });
    const { result } = open();
    act(() => result.current.change({ ...result.current.draft, stem: '帽带怎样系？' }));
    expect(result.current.isDirty).toBe(true);
    await act(() => result.current.save());
    expect(asked[0]).toMatchObject({ method: 'PUT', body: { version: 3, content: { stem: '帽带怎样系？' } } });
    expect(result.current.isDirty).toBe(false);
  });

  it('asks nobody while something is to be mended', async () => {
    const asked = answers();
    const { result } = renderHook(() =>
      useQuestionEditor({ setId: 'site-2', desk: null, initial: newDraft(''), onStored: () => undefined }),
    );
    await act(() => result.current.save());
    expect(asked).toEqual([]);
    expect(result.current.isChecked).toBe(true);
  });

  it('shows what somebody else stored first, keeps the own text, and stores it on top when told to', async () => {
    const theirs = aDesk(aSingle({ stem: '别人写的' }), { version: 9 });
    const mine = aDesk(aSingle({ stem: '我写的' }), { version: 10 });
    const asked = answers(refusal('stale_version'), { status: 200, body: theirs }, { status: 200, body: mine });
    const { result } = open();
    act(() => result.current.change({ ...result.current.draft, stem: '我写的' }));
    await act(() => result.current.save());
    expect(result.current.conflict?.question.stem).toBe('别人写的');
    expect(result.current.draft.stem).toBe('我写的');
    await act(() => result.current.keepMine());
    expect(asked[2]).toMatchObject({ method: 'PUT', body: { version: 9, content: { stem: '我写的' } } });
    expect(result.current.conflict).toBeNull();
  });

  it('asks for a successor when a released answer would change', async () => {
    const asked = answers(refusal('key_changed'), { status: 200, body: aDesk(aSingle({ answer: { option: 'b' } })) });
    const { result } = open();
    act(() => result.current.change({ ...result.current.draft, right: ['b'] }));
    await act(() => result.current.save());
    expect(result.current.needsSuccessor).toBe(true);
    await act(() => result.current.succeed('wrong-key', ' 条文改了 '));
    expect(asked[1]).toMatchObject({
      method: 'POST',
      body: { version: 3, reason: 'wrong-key', note: '条文改了', content: { answer: { option: 'b' } } },
    });
    expect(asked[1]?.path).toMatch(/\/successor$/);
  });

  it('keeps what was not stored on this device and offers it again', () => {
    jest.useFakeTimers();
    const first = open();
    act(() => first.result.current.change({ ...first.result.current.draft, stem: '写到一半' }));
    act(() => jest.advanceTimersByTime(500));
    first.unmount();

    const second = open();
    expect(second.result.current.draft.stem).toBe(question.stem);
    expect(second.result.current.kept.offer?.draft.stem).toBe('写到一半');
    act(() => second.result.current.takeKept());
    expect(second.result.current.draft.stem).toBe('写到一半');
    expect(second.result.current.conflict).toBeNull();
  });

  it('shows both sides when the kept text was written on an older state', () => {
    jest.useFakeTimers();
    const first = open();
    act(() => first.result.current.change({ ...first.result.current.draft, stem: '写到一半' }));
    act(() => jest.advanceTimersByTime(500));
    first.unmount();

    const { result } = open(aDesk(aSingle({ stem: '别人改了' }), { version: 4 }));
    act(() => result.current.takeKept());
    expect(result.current.draft.stem).toBe('写到一半');
    expect(result.current.conflict?.version).toBe(4);
  });

  it('throws kept text away for good', () => {
    jest.useFakeTimers();
    const first = open();
    act(() => first.result.current.change({ ...first.result.current.draft, stem: '写到一半' }));
    act(() => jest.advanceTimersByTime(500));
    first.unmount();
    const second = open();
    act(() => second.result.current.kept.forget());
    second.unmount();
    expect(open().result.current.kept.offer).toBeNull();
  });
});
