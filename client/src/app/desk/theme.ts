import { theme, type ThemeConfig } from 'antd';

const FONT =
  '-apple-system, BlinkMacSystemFont, "PingFang SC", "HarmonyOS Sans SC", "MiSans", "Microsoft YaHei UI", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", "Source Han Sans SC", "Segoe UI", Roboto, sans-serif';

/**
 * antd in the colours of the tokens. Its algorithm computes shades, so it needs real colours and not variables:
 * these values repeat `tokens.css`. `isStill`: for people who want less motion nothing zooms or slides in.
 */
export function deskTheme({ isDark, isStill }: { isDark: boolean; isStill: boolean }): ThemeConfig {
  const ink = '#0B2038';
  return {
    algorithm: isDark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: '#FF6B14',
      colorTextLightSolid: ink,
      colorInfo: '#1B62C4',
      colorError: isDark ? '#FF7A85' : '#C2203A',
      colorSuccess: isDark ? '#35D3A2' : '#00755A',
      colorWarning: isDark ? '#FFCE5C' : '#8A5A00',
      colorText: isDark ? '#F2F6F9' : ink,
      colorTextSecondary: isDark ? '#A9BBCB' : '#4F6780',
      colorTextTertiary: isDark ? '#A9BBCB' : '#4F6780',
      colorTextPlaceholder: isDark ? '#A9BBCB' : '#4F6780',
      colorBgContainer: isDark ? '#10283F' : '#FFFFFF',
      colorBgElevated: isDark ? '#10283F' : '#FFFFFF',
      colorBorder: isDark ? '#6788A8' : '#6F869D',
      colorBorderSecondary: isDark ? '#254563' : '#E4EAF0',
      colorLink: isDark ? '#FF9A5C' : '#B23E00',
      controlItemBgHover: isDark ? '#0E2740' : '#EEF2F5',
      controlItemBgActive: isDark ? '#4A2D1E' : '#FFE3D1',
      borderRadius: 10,
      borderRadiusLG: 16,
      borderRadiusSM: 6,
      controlHeight: 40,
      fontSize: 14,
      fontFamily: FONT,
      motion: !isStill,
      motionDurationFast: '80ms',
      motionDurationMid: '180ms',
      motionDurationSlow: '260ms',
    },
    components: {
      Modal: { titleFontSize: 20 },
      Dropdown: { paddingBlock: 9 },
      Table: {
        rowSelectedBg: isDark ? '#36420F' : '#F3FAC4',
        rowSelectedHoverBg: isDark ? '#36420F' : '#F3FAC4',
      },
      Select: { optionSelectedColor: isDark ? '#F2F6F9' : ink },
    },
  };
}
