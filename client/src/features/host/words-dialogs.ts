import { defineWords } from '../../lib/i18n';

const zh = {
  endTitle: '结束这一场？',
  endTextFinish: '上领奖台：按现在的分数公布名次。还有 {{count}} 题不再答。',
  endTextFinishDone: '上领奖台：按现在的分数公布名次。',
  endTextAbort: '直接散场：不公布名次，已答的题都留着。',
  endFinish: '上领奖台',
  endAbort: '直接散场',
  endFinishLater: '正在答题时不能上领奖台，先收题揭晓。',
  keepGoing: '继续主持',
  skipTitle: '跳过第 {{no}} 题？',
  skipText: '这题不计分，大家的名次不变。跳过的题不会再出现。',
  skipButton: '跳过本题',

  voidTitle: '作废第 {{no}} 题',
  voidText: '全场这题都不计分，名次马上重算，每部手机都会看到原因。不能撤回。',
  voidReason: '作废的原因',
  voidReasonHelp: '例如：选项 B 也算对',
  voidButton: '作废这题',
  voidDone: '第 {{no}} 题已作废，名次已重算',

  stageDialog: '打开大屏',
  stageDialogHere: '投影接在这台电脑上',
  stageDialogHereHelp: '新窗口打开后，拖到投影上按 F11 全屏',
  stageDialogOther: '投影接在另一台电脑上',
  stageDialogOtherHelp: '在那台电脑的浏览器里打开，输入大屏码',
  stageCode: '大屏码',
  openHere: '在新窗口打开',
  addressDialog: '手机从哪个网址入场',
  addressDialogHelp: '选一个手机能打开的地址，二维码会跟着换',
  addressNow: '正在用',
  addressUse: '用这个',
  addressOther: '都打不开？手机要和这台电脑连同一个 Wi-Fi',
  close: '关闭',
  cancel: '取消',
} as const;

const en = {
  endTitle: 'End this round?',
  endTextFinish: 'Podium: ranks by the points so far. {{count}} questions are left out.',
  endTextFinishDone: 'Podium: ranks by the points so far.',
  endTextAbort: 'Break up: no ranks are shown, what was answered is kept.',
  endFinish: 'Podium',
  endAbort: 'Break up',
  endFinishLater: 'No podium while a question runs: close and reveal it first.',
  keepGoing: 'Keep hosting',
  skipTitle: 'Skip question {{no}}?',
  skipText: 'It counts for nobody and ranks stay. A skipped question does not come back.',
  skipButton: 'Skip it',

  voidTitle: 'Void question {{no}}',
  voidText:
    'It counts for nobody, ranks are recomputed at once and every phone shows the reason. There is no way back.',
  voidReason: 'Reason',
  voidReasonHelp: 'For example: option B is right too',
  voidButton: 'Void this question',
  voidDone: 'Question {{no}} is void, ranks are recomputed',

  stageDialog: 'Open the stage',
  stageDialogHere: 'The projector is on this computer',
  stageDialogHereHelp: 'Drag the new window to the projector and press F11',
  stageDialogOther: 'The projector is on another computer',
  stageDialogOtherHelp: 'Open this in its browser and type the code',
  stageCode: 'Stage code',
  openHere: 'Open in a new window',
  addressDialog: 'Which address phones use',
  addressDialogHelp: 'Choose one that phones can open; the QR code follows',
  addressNow: 'In use',
  addressUse: 'Use this',
  addressOther: 'None opens? Phones must be on the same Wi-Fi as this computer',
  close: 'Close',
  cancel: 'Cancel',
} as const;

/** What the dialogs of the console say. */
export const dialogWords = defineWords({ zh, en });
