/** Light, dark, or as the system asks: one attribute on the root, read by tokens.css. */
import { recall, remember } from './memory';

export type Theme = 'light' | 'dark' | 'system';
export const THEMES: readonly Theme[] = ['light', 'dark', 'system'];

let theme = $state<Theme>('system');

export function currentTheme(): Theme {
  return theme;
}

export function chooseTheme(next: Theme): void {
  theme = next;
  document.documentElement.dataset.theme = next;
  remember('theme', next);
}

/** Applies what was chosen before. Called before the first paint of the page. */
export function restoreTheme(): void {
  const kept = THEMES.find((name) => name === recall('theme')) ?? 'system';
  theme = kept;
  document.documentElement.dataset.theme = kept;
}
