import { describe, expect, it, jest } from '@jest/globals';
import { fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import type { Asked } from './asked';
import { HotspotAnswer } from './hotspot/HotspotAnswer';
import { HotspotInput } from './hotspot/HotspotInput';
import { OrderingInput } from './ordering/OrderingInput';
import type { InputProps } from './input-props';
import type { Selection } from './selection';
import { TextInput } from './text/TextInput';

const asked = (change: Partial<Asked>): Asked => ({
  kind: 'ordering',
  stem: '题干',
  options: ['a', 'b', 'c'].map((id) => ({ id, text: `选项 ${id}` })),
  media: [],
  form: null,
  ...change,
});

/** Keeps the selection as a page does, and tells of each change and of handing in. */
function Driven({ Input, question, onChange, onSubmit }: DrivenProps) {
  const [selection, select] = useState<Selection | null>(null);
  const change = (next: Selection) => {
    onChange?.(next);
    select(next);
  };
  return (
    <Input {...{ question, selection }} isFixed={false} onChange={change} onSubmit={onSubmit ?? (() => undefined)} />
  );
}
interface DrivenProps {
  Input: (props: InputProps) => React.ReactNode;
  question: Asked;
  onChange?: (next: Selection) => void;
  onSubmit?: () => void;
}

const letters = () => screen.getAllByRole('listitem').map((row) => row.getAttribute('data-id'));

describe('an ordering', () => {
  it('moves by its arrows, says so, and keeps the focus on the row that moves', () => {
    render(<Driven Input={OrderingInput} question={asked({})} />);
    const down = screen.getByRole('button', { name: 'A 往下移' });
    down.focus();
    fireEvent.click(down);
    expect(letters()).toEqual(['b', 'a', 'c']);
    expect(screen.getByRole('status').textContent).toBe('A 移到第 2 位，共 3 位');
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'A 往下移' }));
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'ArrowDown' });
    expect(letters()).toEqual(['b', 'c', 'a']);
  });

  it('does nothing at its ends', () => {
    const onChange = jest.fn();
    render(<Driven Input={OrderingInput} question={asked({})} onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: 'A 往上移' }));
    expect(onChange).not.toHaveBeenCalled();
  });
});

describe('blanks', () => {
  const question = asked({ kind: 'text', options: [], form: { kind: 'text', blanks: 2 } });

  it('go on to the next with Enter, and are handed in after the last', () => {
    const onSubmit = jest.fn();
    render(<Driven Input={TextInput} question={question} onSubmit={onSubmit} />);
    const [first, second] = screen.getAllByRole('textbox');
    if (first === undefined || second === undefined) throw new Error('Not two blanks');
    first.focus();
    fireEvent.keyDown(first, { key: 'Enter' });
    expect(document.activeElement).toBe(second);
    expect(onSubmit).not.toHaveBeenCalled();
    fireEvent.keyDown(second, { key: 'Enter' });
    expect(onSubmit).toHaveBeenCalledTimes(1);
  });

  it('are not handed in by the Enter that ends a Chinese word', () => {
    const onSubmit = jest.fn();
    render(<Driven Input={TextInput} question={question} onSubmit={onSubmit} />);
    const last = screen.getAllByRole('textbox')[1] ?? document.body;
    fireEvent.keyDown(last, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(last, { key: 'Enter', keyCode: 229 });
    expect(onSubmit).not.toHaveBeenCalled();
  });
});

describe('a picture to be tapped', () => {
  const picture = { src: '/api/media/1', alt: '工地', width: 800, height: 400 };
  const question = asked({
    kind: 'hotspot',
    media: [picture],
    form: { kind: 'hotspot', mode: 'find-all', maxClicks: 2 },
  });

  it('is marked and unmarked by the keyboard', () => {
    const onChange = jest.fn();
    render(<Driven Input={HotspotInput} question={question} onChange={onChange} />);
    const canvas = screen.getByRole('application');
    fireEvent.keyDown(canvas, { key: 'ArrowRight' });
    fireEvent.keyDown(canvas, { key: 'ArrowRight' });
    fireEvent.keyDown(canvas, { key: 'Enter' });
    expect(onChange).toHaveBeenLastCalledWith({ by: 'places', points: [[0.52, 0.5]], places: [] });
    fireEvent.click(screen.getByRole('button', { name: /^标记 1/ }));
    expect(onChange).toHaveBeenLastCalledWith({ by: 'places', points: [], places: [] });
  });

  it('is answered by a list of names as well, and takes no more than allowed', () => {
    const onChange = jest.fn();
    render(<Driven Input={HotspotInput} question={question} onChange={onChange} />);
    fireEvent.click(screen.getByRole('button', { name: '用文字列表作答' }));
    for (const box of screen.getAllByRole('checkbox')) fireEvent.click(box);
    expect(onChange).toHaveBeenLastCalledWith({ by: 'places', points: [], places: ['a', 'b'] });
    expect(screen.getByRole('alert').textContent).toBe('最多标 2 处，先点掉一处');
  });

  it('is only a list where there is no picture', () => {
    render(<Driven Input={HotspotInput} question={{ ...question, media: [] }} />);
    expect(screen.getAllByRole('checkbox')).toHaveLength(3);
    expect(screen.queryByRole('button', { name: '回到图上点' })).toBeNull();
  });

  it('says at the reveal what was found, what was missed, and what was neither', () => {
    const named = { feedback: null, shape: 'circle' as const, r: 0.05 };
    const zones = [
      { ...named, id: 'a', label: '临边', center: [0.2, 0.5] as [number, number] },
      { ...named, id: 'b', label: '电箱', center: [0.8, 0.5] as [number, number] },
    ];
    const key = { kind: 'hotspot' as const, mode: 'find-all' as const, zones, tolerance: 0 };
    const choice = {
      kind: 'hotspot' as const,
      points: [
        [0.2, 0.52],
        [0.5, 0.1],
      ] as [number, number][],
      places: ['c'],
    };
    render(<HotspotAnswer question={question} revelation={{ key }} choice={choice} />);
    expect(screen.getAllByRole('listitem').map((line) => line.textContent)).toEqual([
      '1临边您找到了',
      '2电箱您漏了',
      '选项 c您选的',
      '您标的，不在要找的地方1 处',
    ]);
  });
});
