import type { ThemeConfig } from 'antd';

/** Every pair of text and ground below is at least 4.5:1, every control border at least 3:1 (WCAG 2.2 AA). */
export const theme: ThemeConfig = {
  token: {
    fontFamily: "'Be Vietnam Pro', 'Segoe UI', Roboto, Arial, sans-serif",
    fontSize: 14,
    colorPrimary: '#0b5f87',
    colorLink: '#0b5f87',
    colorInfo: '#0b5f87',
    colorError: '#b42318',
    colorWarning: '#93580a',
    colorSuccess: '#1d6b3c',
    colorText: '#17232e',
    colorTextSecondary: '#43505d',
    colorTextTertiary: '#56636f',
    colorTextQuaternary: '#5f6b77',
    colorTextDescription: '#56636f',
    colorTextPlaceholder: '#66727e',
    colorBorder: '#87929d',
    colorBorderSecondary: '#d9e0e6',
    colorBgLayout: '#f3f6f8',
    borderRadius: 6,
    controlHeight: 34,
    wireframe: false,
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
  },
  components: {
    Form: { itemMarginBottom: 12, labelColor: '#2b3844', verticalLabelPadding: '0 0 2px' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 },
    Tabs: { horizontalItemPadding: '8px 4px', horizontalMargin: '0 0 12px' },
    Modal: { titleFontSize: 17 },
  },
};
