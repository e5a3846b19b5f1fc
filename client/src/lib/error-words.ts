import type { ErrorCode } from '@anquanli/contract/vocabulary';
import type { Failure } from './api-client';
import { defineWords, useWords, type Translate } from './i18n';

type Code = ErrorCode | 'offline';

const zh = {
  offline: '连不上，看看手机有没有网',
  invalid_input: '这里填得不对，请再看看',
  not_found: '没找到，可能已经删掉了',
  not_signed_in: '请先登录，再接着做',
  forbidden: '这一项归别人管，您这里动不了',
  origin_refused: '请从打印出来的网址打开本页',
  too_many_requests: '点得太快了，歇一会儿再试',
  payload_too_large: '内容太长，请删短一些',
  stale_version: '别的设备先操作了，已换成最新',
  client_outdated: '页面有新版，请刷新一下',
  server_busy: '服务器正忙，请过几秒再试',
  server_stopping: '服务器正在重启，马上回来',
  internal: '服务器出了点问题，请再试一次',
  setup_closed: '管理员已经设好了，请直接登录',
  setup_link_invalid: '链接失效了，请看启动窗口里的新链接',
  wrong_credentials: '账号或密码不对，请再试一次',
  account_disabled: '这个账号已停用，请找管理员',
  account_name_taken: '这个账号名有人用了，换一个',
  wrong_password: '现在的密码不对，请再输一次',
  last_admin: '至少要留一位管理员',
  question_set_unknown: '没找到这套题库，请重新选',
  question_unknown: '有题目不在这套题库里，请重新选',
  not_enough_questions: '符合条件的题只有 {{available}} 道',
  speed_needs_time_limit: '按速度计分，先给每题定个时间',
  round_already_started: '已经开始了，设置不能再改',
  set_exists: '这个短名有题库用了，换一个',
  set_unknown: '没找到这套题库，可能改了名',
  question_not_ready: '还差几项没做完，做完再通过',
  key_changed: '发布过的题不能改答案，请出接替题',
  category_unknown: '没有这个分类，请重新选',
  source_unknown: '没有这个依据，请重新选',
  media_unknown: '这张图片不在题库里，请重新选',
  picture_unreadable: '图片打不开，请换 PNG 或 JPG',
  status_move_refused: '现在的状态不能这样改',
  question_refused: '题目还有错，请按提示改好再存',
  release_refused: '还有问题没改完，暂时不能发布',
  import_reading: '文件还在读，请稍等一会儿',
  import_unconfirmed: '请先确认题型数字的意思',
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
  wrong_phase: '现在这一步还做不了',
  no_more_questions: '题都出完了，可以收场了',
  question_not_revealed: '这题还没揭晓，先揭晓再作废',
  stage_code_unknown: '没有这个大屏码，请再看看',
  code_unknown: '码不对，请再看看',
  code_expired: '码过期了，请换一个新的',
  unit_unknown: '没找到这个单位，请重新选',
  unit_place_refused: '单位不能放在这里，请换个上级',
  unit_name_taken: '同级里已有这个名称，换一个',
  unit_code_taken: '这个编号别的单位在用',
  unit_not_active: '这个单位已停用或已合并',
  unit_merge_refused: '这两个单位不能合并',
  unit_file_refused: '文件读不了',
  not_on_roster: '名单里没找到',
  registration_code_unknown: '没有这个单位码，请核对 8 位',
  registration_code_expired: '单位码过期了，请找班组长要新的',
  consent_outdated: '隐私说明更新了，请再看一遍',
  recovery_refused: '名字或找回码不对，请核对',
  not_registered: '还没登记，请扫单位的码',
  registration_waiting: '已登记，等班组长点同意',
  registration_refused: '班组长没同意，请当面问一下',
} as const satisfies Record<Code, string>;

const en = {
  offline: 'Cannot connect. Check the network',
  invalid_input: 'Something here does not fit. Please check',
  not_found: 'Not found. It may have been deleted',
  not_signed_in: 'Sign in first, then go on',
  forbidden: 'This belongs to somebody else',
  origin_refused: 'Open this page from its printed address',
  too_many_requests: 'That was too fast. Wait a moment',
  payload_too_large: 'Too long. Please shorten it',
  stale_version: 'Another device was first. This is the newest',
  client_outdated: 'There is a new version. Please reload',
  server_busy: 'The server is busy. Try again in a few seconds',
  server_stopping: 'The server is restarting. Back in a moment',
  internal: 'Something went wrong on the server. Try again',
  setup_closed: 'Set-up is done already. Please sign in',
  setup_link_invalid: 'This link no longer works. Use the one printed at start',
  wrong_credentials: 'Name or password is not right. Try again',
  account_disabled: 'This account is switched off. Ask an admin',
  account_name_taken: 'This name is taken. Choose another',
  wrong_password: 'The current password is not right. Try again',
  last_admin: 'One admin has to stay',
  question_set_unknown: 'This question set is gone. Choose again',
  question_unknown: 'A question is not in this set. Choose again',
  not_enough_questions: 'Questions that fit: only {{available}}',
  speed_needs_time_limit: 'Scoring by speed needs a time limit',
  round_already_started: 'It has started. Settings are fixed now',
  set_exists: 'Another set has this short name. Choose another',
  set_unknown: 'No such question set. It may be renamed',
  question_not_ready: 'Something is still missing before approval',
  key_changed: 'A released answer never changes. Make a successor',
  category_unknown: 'No such category. Choose again',
  source_unknown: 'No such source. Choose again',
  media_unknown: 'This picture is not in the set. Choose again',
  picture_unreadable: 'The picture cannot be read. Use PNG or JPG',
  status_move_refused: 'Not possible from its present status',
  question_refused: 'The question has mistakes. Mend them first',
  release_refused: 'There are problems left. Mend them first',
  import_reading: 'The file is still being read. One moment',
  import_unconfirmed: 'First confirm what the type numbers mean',
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
  wrong_phase: 'Not possible at this point',
  no_more_questions: 'All questions are done. You can finish',
  question_not_revealed: 'Reveal this question first',
  stage_code_unknown: 'No stage has this code. Check again',
  code_unknown: 'The code is not right. Check again',
  code_expired: 'The code has run out. Get a new one',
  unit_unknown: 'No such unit. Choose again',
  unit_place_refused: 'The unit cannot stand there',
  unit_name_taken: 'A sister unit has this name',
  unit_code_taken: 'Another unit has this code',
  unit_not_active: 'This unit is retired or merged',
  unit_merge_refused: 'These two cannot be merged',
  unit_file_refused: 'The file cannot be read',
  not_on_roster: 'Not found on the roster',
  registration_code_unknown: 'No such unit code. Check the 8 characters',
  registration_code_expired: 'This code is over. Ask your captain',
  consent_outdated: 'The privacy notice has changed. Read it again',
  recovery_refused: 'Name or recovery code is not right',
  not_registered: 'Not registered. Scan your unit’s code',
  registration_waiting: 'Registered. Waiting for your captain',
  registration_refused: 'Your captain said no. Please ask',
} as const satisfies Record<Code, string>;

/** One useful sentence for every error code, in both languages. */
export const errorWords = defineWords({ zh, en });

/** The sentence for a failure; unexpected ones end with the small code that finds the line in the server's log. */
export function errorText(t: Translate<typeof zh>, failure: Failure): string {
  const text = sentenceOf(t, failure);
  const ref = failure.code === 'offline' ? undefined : failure.ref;
  return ref === undefined ? text : `${text} (${ref})`;
}

function sentenceOf(t: Translate<typeof zh>, failure: Failure): string {
  switch (failure.code) {
    case 'answer_late':
      return t('answer_late', { late: lateSeconds(failure.details?.lateMs ?? 0) });
    case 'not_enough_questions':
      return t('not_enough_questions', { available: failure.details?.available ?? 0 });
    default:
      return t(failure.code);
  }
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
