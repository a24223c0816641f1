import { timeText } from './time-text.ts';

/** The words of the settings window. */
export const settingsText = {
  title: 'Settings',
  behaviour: 'Behaviour',
  interval: 'Look for changes every',
  intervalHint:
    'Edits on this computer are sent within seconds; this is how often GIIP is asked for its changes.',
  intervalOption: timeText.seconds,
  autostart: 'Start when I sign in',
  autostartHint: 'Syncing runs in the background as soon as you sign in to this computer.',
  connection: 'Connection',
  apiUrl: 'API URL',
  lssn: 'Server number (lssn)',
  folder: 'Openclaw folder',
  token: 'Agent token',
  none: 'Not connected yet.',
  change: 'Change…',
  saved: 'Saved',
  about: 'About',
  aboutBody:
    'Keeps an .openclaw folder and GIIP in step, both ways. Nothing you wrote is lost on either side.',
};
