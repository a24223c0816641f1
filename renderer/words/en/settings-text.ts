import type { KeyRule } from '../../../shared/model/conflict.ts';
import type { HistorySize } from '../../../shared/model/history.ts';
import { countText } from '../../count-text.ts';
import { timeText } from '../../time-text.ts';

const { count, bytes } = countText;

function size({ bytes: amount, versions, texts }: HistorySize): string {
  if (versions === 0) return `${bytes(amount)} on the disk`;
  const kept = `${count(versions, 'version', 'versions')} in ${count(texts, 'different text', 'different texts')}`;
  return `${bytes(amount)} on the disk: ${kept}`;
}

const rule = ({ path, key, take }: KeyRule): string =>
  `Always ${take === 'mine' ? 'mine' : "GIIP's"} for “${key.join(' › ')}” in ${path}`;

/** The words of the settings window. */
export const settingsText = {
  title: 'Settings',
  behaviour: 'Behaviour',
  interval: 'Look for changes every',
  intervalHint:
    'Edits on this computer are sent within seconds; this is how often GIIP is asked for its changes.',
  intervalOption: timeText.seconds,
  language: 'Language',
  languageHint: 'Of all windows, the tray and notifications. Open windows change at once.',
  languageOfSystem: 'As this computer',
  autostart: 'Start when I sign in',
  autostartHint: 'Syncing runs in the background as soon as you sign in to this computer.',
  autostartState: {
    switchedOff: {
      windows: 'Switched off in Windows, under Settings › Apps › Startup. It does not start by itself.',
      macos:
        'Switched off in macOS, under System Settings › General › Login Items. Switch it on there: only you can.',
    },
    broken: (program: string) =>
      program === ''
        ? 'The entry starts nothing, so syncing does not start by itself. Switch on to repair it.'
        : `The entry starts something else (${program}), so this program does not start by itself. Switch on to repair it.`,
    onForEverybody:
      'An administrator has it start for everybody on this computer. You can switch it off for yourself in Windows, under Settings › Apps › Startup.',
  },
  connection: 'Connection',
  apiUrl: 'API URL',
  lssn: 'Server number (lssn)',
  folder: 'Openclaw folder',
  token: 'Agent token',
  none: 'Not connected yet.',
  change: 'Change…',
  history: {
    title: 'History and storage',
    days: 'Keep earlier versions for',
    daysHint: 'Whatever a sync, a decision or a restore replaces is kept this long.',
    daysOption: (amount: number) => count(amount, 'day', 'days'),
    versions: 'Always keep of each file at least',
    versionsHint: 'However old they are.',
    versionsOption: (amount: number) => count(amount, 'version', 'versions'),
    size: 'In use',
    sizeWords: size,
    oldest: (time: number | null) =>
      time === null
        ? 'No earlier version is kept yet.'
        : `The oldest is of ${timeText.exact(time)}. Equal texts are stored once.`,
    open: 'Open history',
  },
  rules: {
    title: 'Rules',
    list: 'Rules for keys',
    rule,
    remove: 'Remove',
    removed: (removed: KeyRule) => `Removed: ${rule(removed)}. You will be asked again.`,
    none: 'There are no rules. When you settle the same key of a config the same way three times in a row, a rule is offered.',
  },
  saved: 'Saved',
  about: {
    title: 'About',
    tab: 'About and licences',
    body: 'Keeps an .openclaw folder and GIIP in step, both ways. Nothing you wrote is lost on either side.',
    version: 'Version',
  },
  licences: {
    title: 'Third-party licences',
    body: 'The work of others in this program, each under its own terms. Choose a name to read them.',
  },
};

/** What a language must have of it. */
export type SettingsText = typeof settingsText;
