import * as z from 'zod';
import { folded, lengthOf } from './clean-text.js';
import type { Findings } from './findings.js';
import { jsonIn } from './json-cell.js';

/** Three and five steps spread over 1–5; 较难 is harder than 中 and easier than 难. */
const DIFFICULTIES: readonly (readonly [number, string])[] = [
  [1, '易|容易|简单|低|很易|很容易|很简单|极易|非常简单|入门|初级|基础|easy|low|veryeasy|simple|e'],
  [2, '较易|较容易|较简单|比较简单|比较容易|偏易|中下|fairlyeasy'],
  [3, '中|中等|一般|普通|适中|中级|正常|中档|medium|normal|middle|moderate|m'],
  [4, '较难|偏难|比较难|中上|稍难|fairlyhard'],
  [5, '难|困难|高|很难|极难|非常难|高级|hard|difficult|high|veryhard|h'],
];
const BY_WORD = new Map(DIFFICULTIES.flatMap(([step, words]) => words.split('|').map((word) => [word, step] as const)));

/** 1–5, from a word, a digit or stars; undefined for anything else. */
function difficultyOf(text: string): number | undefined {
  if (text.length > 30) return undefined;
  const whole = folded(text);
  const word = whole.replace(/(?:难度|级|星|颗星|度)+$|^(?:难度|level)[:]?/gu, '');
  const digit = /^([1-5])(?:\.0+)?$/u.exec(word);
  if (digit) return Number(digit[1]);
  // Hollow stars say of how many: two of three are no 2 of 1–5.
  const isOfFive = word.includes('☆') ? [...word].length === 5 : true;
  const stars = /^[★⭐]{1,5}☆*$/u.test(word) && isOfFive ? [...word].filter((s) => s !== '☆').length : undefined;
  return stars ?? BY_WORD.get(whole) ?? BY_WORD.get(word);
}

export function readDifficulty(text: string, fallback: number, findings: Findings): number {
  const difficulty = text === '' ? fallback : difficultyOf(text);
  if (difficulty === undefined) findings.note('difficulty_unknown', text, { difficulty: fallback });
  return difficulty ?? fallback;
}

/** Tags in their order, each once; what is too long or too many is left out and told. */
export function readTags(text: string, findings: Findings): string[] {
  const tags: string[] = [];
  const dropped: string[] = [];
  for (const tag of tagsIn(text)) {
    if (tag === '' || tags.includes(tag)) continue;
    if (lengthOf(tag) > 24 || tags.length >= 12) dropped.push(tag);
    else tags.push(tag);
  }
  if (dropped.length > 0) findings.note('tag_dropped', dropped.join('、'));
  return tags;
}

/** Parted by commas and the like, or a JSON array where tags hold such signs. */
function tagsIn(text: string): string[] {
  const listed = jsonIn(z.array(z.string()), text);
  return (listed ?? text.split(/[,，、;；|｜\n#＃]+/u)).map((part) => part.trim());
}

/** Seconds: `20`, `20秒`, `20s`, `30秒/题`, `1分钟`, `1:30`, `1分30秒`. Empty and 0 set no limit. */
export function readTimeLimit(text: string, findings: Findings): number | undefined {
  const bare = folded(text);
  if (bare === '' || /^(?:0(?:秒|s|sec)?|不限时?|无限制?|无|none)$/u.test(bare)) return undefined;
  const seconds = secondsOf(bare.replace(/^每题|\/(?:每?题|question)$/u, ''));
  if (seconds !== undefined && seconds >= 5 && seconds <= 600) return seconds;
  findings.note('time_limit_unknown', text);
  return undefined;
}

function secondsOf(bare: string): number | undefined {
  const plain = /^(\d{1,4})(?:\.0+)?(?:秒钟?|s|secs?|seconds?)?$/u.exec(bare);
  if (plain) return Number(plain[1]);
  const minutes = /^(\d{1,2})(?:(?:分钟?|min|minutes?|')(?:([0-5]?\d)(?:秒钟?|s|"|))?|:([0-5]\d))$/u.exec(bare);
  return minutes ? Number(minutes[1]) * 60 + Number(minutes[2] ?? minutes[3] ?? 0) : undefined;
}
