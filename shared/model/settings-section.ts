/** The parts of the settings window, in their order; `managed` is there only where IT decides something. */
export const SETTINGS_SECTIONS = [
  'connection',
  'behaviour',
  'network',
  'notifications',
  'history',
  'secrets',
  'updates',
  'managed',
  'about',
] as const;

export type SettingsSection = (typeof SETTINGS_SECTIONS)[number];
