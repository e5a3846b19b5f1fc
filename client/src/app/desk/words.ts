import { defineWords } from '../../lib/i18n';

const zh = {
  product: '安全力',
  nav: '主导航',
  skip: '跳到正文',
  rounds: '场次',
  bank: '题库',
  accounts: '账号',
  account: '我的账号',
  role_admin: '管理员',
  role_organiser: '组织者',
  role_captain: '单位负责人',
  units: '单位',
  contests: '竞赛',
  loading: '正在打开',
  offlineTitle: '连不上服务器',
  offlineHelp: '看看网线和 Wi-Fi，再试一次',
  retry: '再试一次',
  notFound: '没有这一页',
  notFoundHelp: '回到场次，从那里接着走',
  toRounds: '回到场次',
} as const;

const en = {
  product: '安全力',
  nav: 'Main',
  skip: 'Skip to content',
  rounds: 'Rounds',
  bank: 'Question bank',
  accounts: 'Accounts',
  account: 'My account',
  role_admin: 'Admin',
  role_organiser: 'Organiser',
  role_captain: 'Captain',
  units: 'Units',
  contests: 'Contests',
  loading: 'Opening',
  offlineTitle: 'Cannot reach the server',
  offlineHelp: 'Check cable and Wi-Fi, then try again',
  retry: 'Try again',
  notFound: 'There is no such page',
  notFoundHelp: 'Go on from the rounds',
  toRounds: 'Back to rounds',
} as const;

export const words = defineWords({ zh, en });
