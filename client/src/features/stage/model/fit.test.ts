import { describe, expect, it } from '@jest/globals';
import { firstSentence, QUESTION_STEPS, REVEAL_STEPS, stepAt } from './fit';

describe('fit steps', () => {
  it('begins with the largest sizes of the design', () => {
    expect(stepAt(QUESTION_STEPS, 0)).toMatchObject({ stem: 84, options: 54, isTight: false });
    expect(stepAt(REVEAL_STEPS, 0)).toMatchObject({ options: 48, why: 42, isExplanationWhole: true });
  });
  it('uses only the sizes of the design before it takes out air', () => {
    const roomy = QUESTION_STEPS.filter((step) => !step.isTight);
    expect(new Set(roomy.map((step) => step.stem))).toEqual(new Set([84, 70, 58]));
    expect(new Set(roomy.map((step) => step.options))).toEqual(new Set([54, 46, 40]));
  });
  it('goes below what the hall can read only after every other step', () => {
    const small = QUESTION_STEPS.findIndex((step) => step.options < 40);
    expect(QUESTION_STEPS.slice(0, small).every((step) => step.options >= 40)).toBe(true);
    expect(QUESTION_STEPS.slice(small).every((step) => step.options < 40 && step.isTight)).toBe(true);
  });
  it('cuts the explanation only after the options are at 40, and never brings it back', () => {
    const cut = REVEAL_STEPS.findIndex((step) => !step.isExplanationWhole);
    expect(REVEAL_STEPS[cut - 1]).toMatchObject({ options: 40 });
    expect(REVEAL_STEPS.slice(cut).every((step) => !step.isExplanationWhole)).toBe(true);
  });
  it('stays at the last step when nothing fits', () => {
    expect(stepAt(QUESTION_STEPS, 999)).toBe(QUESTION_STEPS[QUESTION_STEPS.length - 1]);
  });
});

describe('first sentence', () => {
  it('ends at the first Chinese full stop, question or exclamation mark', () => {
    expect(firstSentence('不用等批准。因为停工。')).toBe('不用等批准。');
    expect(firstSentence('为什么？因为危险。')).toBe('为什么？');
  });
  it('keeps the quotes that close behind it', () => {
    expect(firstSentence('口诀是“先通风。”再检测。')).toBe('口诀是“先通风。”');
  });
  it('does not end at a decimal point or inside a version number', () => {
    expect(firstSentence('Keep 1.5 m away. Then call.')).toBe('Keep 1.5 m away.');
  });
  it('is the whole text where no sentence ends', () => {
    expect(firstSentence('先通风、再检测、后作业')).toBe('先通风、再检测、后作业');
  });
});
