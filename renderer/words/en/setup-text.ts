import type { Side } from '../../../shared/model/conflict.ts';
import { countText } from '../../count-text.ts';

const { files, items } = countText;

const CHOSEN: Readonly<Record<Side | 'both' | 'later', (amount: number) => string>> = {
  mine: (amount) => `yours for ${files(amount)}`,
  server: (amount) => `GIIP's for ${files(amount)}`,
  both: (amount) => `both for ${files(amount)}`,
  later: (amount) => `${files(amount)} to decide later`,
};

/** The words of the set-up window. */
export const setupText = {
  title: 'Connect to GIIP',
  changeTitle: 'Change the connection',
  intro: 'Three things are needed. Nothing is transferred before you have seen what would happen.',
  token: 'Agent token',
  tokenHint: 'The sk that GIIP issued for you. It is stored encrypted and sent to the API URL only.',
  tokenFrom: (file: string) => `Token from ${file}`,
  otherToken: 'Enter another token',
  showToken: 'Show token',
  hideToken: 'Hide token',
  lssn: 'Server number (lssn)',
  lssnHint: 'The number that GIIP shows for this server.',
  folder: 'Openclaw folder',
  folderHint: 'The .openclaw folder that holds configs and docs.',
  choose: 'Choose…',
  advanced: 'Advanced',
  apiUrl: 'API URL',
  test: 'Test connection',
  start: 'Start syncing',
  testing: 'Asking GIIP…',
  planning: 'Comparing both sides…',
  tested: (amount: number) => `GIIP answered. It holds ${items(amount)} for this server number.`,
  wrong: {
    token: 'Enter the Agent token that GIIP issued for you.',
    lssn: 'Enter a whole number from 1 to 2147483647.',
    folder: 'Choose the .openclaw folder.',
    folderRelative: 'Give the whole path of the folder, from the root or the drive.',
    apiUrl: 'Enter an https address such as https://api.netbako.com/api.',
  },
  candidates: {
    title: 'Found on this computer',
    use: 'Use this',
    server: (lssn: number | null) => (lssn === null ? 'No server number in it' : `Server number ${lssn}`),
  },
  plan: {
    title: 'What the first sync will do',
    nothingYet: 'Nothing has been written yet. Look through it, then start.',
    nothing: 'Both sides hold the same, or nothing at all: there is nothing to transfer.',
    kept: 'Nothing is overwritten without its earlier version being kept in the history.',
    overwrites: (amount: number) =>
      amount === 0
        ? 'No file on this computer will be overwritten.'
        : `${files(amount)} on this computer will be overwritten.`,
    conflicts: 'Items that need your choice stay as they are on both sides until you have chosen.',
    choices: {
      title: (amount: number) => `${files(amount)} need${amount === 1 ? 's' : ''} your choice`,
      note: 'They are on both sides with different content. Choose now, or decide later with both texts before you.',
      all: 'For all of them',
      mixed: 'Different choices',
      of: (path: string) => `Choice for ${path}`,
      later: 'Decide later',
      mine: 'Keep mine',
      server: "Take GIIP's",
      both: 'Keep both',
      sum: (parts: readonly string[]) => `Chosen: ${parts.join(', ')}.`,
      chosen: (take: Side | 'both' | 'later', amount: number) => CHOSEN[take](amount),
    },
    details: 'Show every item and why',
    replaces: 'replaces the file here',
    back: 'Back',
  },
  done: {
    title: 'Openclaw Sync is at work',
    body: 'It keeps both sides in step from now on.',
    whereItLives: {
      noTray:
        'This desktop shows no tray icons: start Openclaw Sync again whenever you want to see its window.',
      windows:
        'Its icon is in the notification area by the clock. If you do not see it, open the ^ there and drag it out.',
      mac: 'Its icon is in the menu bar at the top of the screen.',
      linux: 'Its icon is in the panel, by the clock.',
    },
    close: 'Close',
    show: 'Show status',
    choices: {
      title: 'Your choices',
      waiting: (amount: number) =>
        `Your choices for ${files(amount)} are carried out as soon as the first sync has looked at both sides. Leave this window open until then.`,
      settling: (amount: number) => `Carrying out your choices for ${files(amount)}…`,
      settled: (amount: number) => `Your choices are carried out for ${files(amount)}.`,
      ended: (amount: number) =>
        `${files(amount)} ${amount === 1 ? 'needs' : 'need'} no choice any more: both sides hold the same.`,
      failed: (amount: number) => `${files(amount)} still ${amount === 1 ? 'needs' : 'need'} your choice:`,
    },
  },
};

/** What a language must have of it. */
export type SetupText = typeof setupText;
