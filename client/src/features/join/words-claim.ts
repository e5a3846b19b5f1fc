import { defineWords } from '../../lib/i18n';

/** For a seat on another phone: a way that few go. */
export const claimWords = defineWords({
  zh: {
    claimTitle: '找回我的座位',
    claimHelp: '换了手机或浏览器？写下原来的名字，再让主持人对码。',
    claimAsk: '拿一个对码',
    claimCode: '给主持人看这个码',
    claimWait: '主持人对上以后，这里会自己进去',
    claimRefused: '主持人没有对上',
    claimRefusedHelp: '名字写得和原来一样吗？再试一次',
    claimExpired: '码过期了',
    claimExpiredHelp: '再拿一个就好',
    back: '返回',
  },
  en: {
    claimTitle: 'Get my old seat back',
    claimHelp: 'New phone or browser? Type the name you had and let the host match a code.',
    claimAsk: 'Get a code',
    claimCode: 'Show this code to the host',
    claimWait: 'Once the host has matched it, you are in',
    claimRefused: 'The host did not match it',
    claimRefusedHelp: 'Is the name just as it was? Try again',
    claimExpired: 'The code has run out',
    claimExpiredHelp: 'Get a new one',
    back: 'Back',
  },
});
