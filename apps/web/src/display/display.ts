import type { ThemeConfig } from 'antd';
import { useSyncExternalStore } from 'react';
import { theme } from '../theme.js';

/** Light, or black on white with thick borders. Kept on this machine: it must hold before anybody signs in. */
export type Display = 'light' | 'contrast';

const PLACE = 'nghe-dan:display';
const listeners = new Set<() => void>();

function read(): Display {
  try {
    return localStorage.getItem(PLACE) === 'contrast' ? 'contrast' : 'light';
  } catch {
    return 'light';
  }
}
let current = read();
document.documentElement.dataset['display'] = current;

export function setDisplay(next: Display): void {
  current = next;
  document.documentElement.dataset['display'] = next;
  try {
    localStorage.setItem(PLACE, next);
  } catch {
    // A browser without storage forgets the choice, nothing else.
  }
  listeners.forEach((listener) => listener());
}

export const useDisplay = (): Display =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );

const CONTRAST: ThemeConfig = {
  ...theme,
  token: {
    ...theme.token,
    colorPrimary: '#00385c',
    colorLink: '#00385c',
    colorInfo: '#00385c',
    colorError: '#8f0f06',
    colorWarning: '#5c3300',
    colorSuccess: '#0b4a24',
    colorText: '#000000',
    colorTextSecondary: '#111111',
    colorTextTertiary: '#1c1c1c',
    colorTextQuaternary: '#1c1c1c',
    colorTextDescription: '#111111',
    colorTextPlaceholder: '#3a3a3a',
    colorBorder: '#000000',
    colorBorderSecondary: '#4a4a4a',
    colorBgLayout: '#ffffff',
    lineWidth: 2,
  },
};
export const themeOf = (display: Display): ThemeConfig => (display === 'contrast' ? CONTRAST : theme);
