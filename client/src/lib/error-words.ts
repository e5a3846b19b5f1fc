import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { Failure } from './api-client';
import { defineWords, extendWords, useWords, type Translate, type Words } from './i18n';

type Code = ErrorCode | 'offline';

const zh = {
  offline: '连不上，看看手机有没有网',
  invalid_input: '这里填得不对，请再看看',
  not_found: '没找到，可能已经删掉了',
  origin_refused: '请从打印出来的网址打开本页',
  too_many_requests: '点得太快了，歇一会儿再试',
  payload_too_large: '内容太长，请删短一些',
  stale_version: '别的设备先操作了，已换成最新',
  client_outdated: '页面有新版，请刷新一下',
  server_busy: '服务器正忙，请过几秒再试',
  server_stopping: '服务器正在重启，马上回来',
  internal: '服务器出了点问题，请再试一次',
  pin_unknown: '看看大屏，是不是 6 位数字',
  round_over: '这一场已经结束了',
  lobby_locked: '主持人已锁门，请找主持人',
  late_join_closed: '已经开始，这场不能中途加入',
  round_full: '座位满了，请找主持人',
  name_invalid: '名字写 1 到 20 个字',
  seat_kicked: '主持人请您重新进来',
  seat_banned: '主持人没让这台手机参加本场',
  not_seated: '这场还没有您的座位，请重新进',
  not_open_yet: '还没开始答，马上就好',
  answer_late: '晚了 {{late}} 秒，这题没算上',
  already_answered: '这题已经答过，以第一次为准',
  question_not_open: '这题已经收了，没算上',
  choice_invalid: '选项变了，请重新选一次',
  stage_code_unknown: '没有这个大屏码，请再看看',
  code_unknown: '码不对，请再看看',
  code_expired: '码过期了，请换一个新的',
  not_registered: '还没登记，请扫单位的码',
  registration_waiting: '已登记，等班组长点同意',
  registration_refused: '班组长没同意，请当面问一下',
} as const satisfies Partial<Record<Code, string>>;

const en = {
  offline: 'Cannot connect. Check the network',
  invalid_input: 'Something here does not fit. Please check',
  not_found: 'Not found. It may have been deleted',
  origin_refused: 'Open this page from its printed address',
  too_many_requests: 'That was too fast. Wait a moment',
  payload_too_large: 'Too long. Please shorten it',
  stale_version: 'Another device was first. This is the newest',
  client_outdated: 'There is a new version. Please reload',
  server_busy: 'The server is busy. Try again in a few seconds',
  server_stopping: 'The server is restarting. Back in a moment',
  internal: 'Something went wrong on the server. Try again',
  pin_unknown: 'Look at the screen: are these its 6 digits?',
  round_over: 'This round is over',
  lobby_locked: 'The host has closed the door. Ask the host',
  late_join_closed: 'It has started. Nobody can join any more',
  round_full: 'All seats are taken. Ask the host',
  name_invalid: 'Names have 1 to 20 characters',
  seat_kicked: 'The host asks you to come in again',
  seat_banned: 'The host did not admit this phone',
  not_seated: 'You have no seat here yet. Join again',
  not_open_yet: 'Not open yet. One moment',
  answer_late: 'Late by {{late}} s. This one did not count',
  already_answered: 'Answered already. The first one counts',
  question_not_open: 'This question was closed. It did not count',
  choice_invalid: 'The options have changed. Choose again',
  stage_code_unknown: 'No stage has this code. Check again',
  code_unknown: 'The code is not right. Check again',
  code_expired: 'The code has run out. Get a new one',
  not_registered: 'Not registered. Scan your unit’s code',
  registration_waiting: 'Registered. Waiting for your captain',
  registration_refused: 'Your captain said no. Please ask',
} as const satisfies Partial<Record<Code, string>>;

/**
 * One useful sentence for every error code, in both languages. Those that a phone in a round never meets are in files of their own, which
 * add them when they are loaded; a test sees to it that together they are all.
 */
export const errorWords = defineWords({ zh, en });
type ErrorText = Translate<typeof zh>;

/** Takes in the words of a part of the product. */
export function addErrorWords(words: Words<Partial<Record<ErrorCode, string>>>): void {
  extendWords(errorWords, words);
}

/** The sentence for a failure; unexpected ones end with the small code that finds the line in the server's log. */
export function errorText(t: ErrorText, failure: Failure): string {
  const text = sentenceOf(t, failure);
  const ref = failure.code === 'offline' ? undefined : failure.ref;
  return ref === undefined ? text : `${text} (${ref})`;
}

function sentenceOf(t: ErrorText, failure: Failure): string {
  if (failure.code === 'answer_late') return t('answer_late', { late: lateSeconds(failure.details?.lateMs ?? 0) });
  const details = failure.code === 'offline' ? {} : failure.details;
  const say = t as (key: string, values?: object) => string;
  const text = say(failure.code, { available: 0, minimum: 0, ...details });
  // A code whose words are not loaded on this page.
  return text === failure.code ? t('internal') : text;
}

/** 412 → "0.4"; never "0.0", which would read as on time. */
export function lateSeconds(lateMs: number): string {
  return Math.max(0.1, lateMs / 1_000).toFixed(1);
}

/** `useErrorText(failure)` is its sentence in the current language; empty without a failure. */
export function useErrorText(failure: Failure | null | undefined): string {
  const t = useWords(errorWords);
  return failure === null || failure === undefined ? '' : errorText(t, failure);
}
