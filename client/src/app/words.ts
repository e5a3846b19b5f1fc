import { defineWords } from '../lib/i18n';

export const words = defineWords({
  zh: {
    loading: '正在打开',
    notFoundTitle: '没有这一页',
    notFoundHelp: '可能链接少了几个字',
    toStart: '回到首页',
    brokenTitle: '这一页出了点问题',
    brokenHelp: '座位和分数都还在，刷新就好',
    reload: '刷新',
  },
  en: {
    loading: 'Opening',
    notFoundTitle: 'No such page',
    notFoundHelp: 'The link may be missing a few characters',
    toStart: 'To the start',
    brokenTitle: 'Something broke here',
    brokenHelp: 'Your seat and score are safe. Reload to go on',
    reload: 'Reload',
  },
});
