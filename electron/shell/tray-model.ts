import type { AppSnapshot, SyncState } from '../../shared/model/app-snapshot.ts';
import { ageWords } from './age-words.ts';
import { trayWords } from './tray-words.ts';

/** One picture per name, told apart by shape as well as colour. */
export const TRAY_ICON_NAMES = [
  'in-step',
  'syncing',
  'pending',
  'conflict',
  'error',
  'offline',
  'paused',
  'setup',
] as const;

export type TrayIconName = (typeof TRAY_ICON_NAMES)[number];

export type TrayAction =
  | 'open'
  | 'syncNow'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'pauseResumed'
  | 'resume'
  | 'openFolder'
  | 'conflicts'
  | 'preview'
  | 'history'
  | 'undo'
  | 'settings'
  | 'setup'
  | 'quit';

export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly enabled: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

/** Everything the tray shows, as data. */
export interface TrayModel {
  readonly icon: TrayIconName;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

/** Windows cuts a longer one off (NOTIFYICONDATA.szTip holds 128 characters with the final zero). */
const LONGEST_TOOLTIP = 127;

const ICONS: Readonly<Record<SyncState, TrayIconName>> = {
  setup: 'setup',
  inStep: 'in-step',
  pending: 'pending',
  syncing: 'syncing',
  paused: 'paused',
  offline: 'offline',
  conflict: 'conflict',
  // Held and conflict ask for the same thing: that a person looks.
  held: 'conflict',
  error: 'error',
};

/** What the tray shows for this snapshot at this time (epoch milliseconds). */
export function trayModel(snapshot: AppSnapshot, now: number): TrayModel {
  return {
    icon: ICONS[snapshot.state],
    tooltip: tooltip(snapshot, now),
    menu: snapshot.state === 'setup' ? setupMenu(snapshot) : menu(snapshot),
  };
}

function tooltip(snapshot: AppSnapshot, now: number): string {
  const name = snapshot.rehearsal ? 'Openclaw Sync (rehearsal)' : 'Openclaw Sync';
  const lines = [`${name}: ${trayWords(snapshot)}`];
  if (snapshot.lastSuccess !== null) lines.push(`Last synced ${ageWords(snapshot.lastSuccess, now)}`);
  const text = lines.join('\n');
  return text.length <= LONGEST_TOOLTIP ? text : `${text.slice(0, LONGEST_TOOLTIP - 1)}…`;
}

function setupMenu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  return [
    { kind: 'text', label: trayWords(snapshot) },
    SEPARATOR,
    action('Set up…', 'setup'),
    SEPARATOR,
    action('Quit', 'quit'),
  ];
}

function menu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  return [
    { kind: 'text', label: trayWords(snapshot) },
    SEPARATOR,
    action('Open Openclaw Sync', 'open'),
    action('Sync now', 'syncNow', snapshot.state !== 'syncing'),
    snapshot.paused ? action('Resume', 'resume') : PAUSE,
    ...(snapshot.conflicts.length > 0 ? [action('Resolve conflicts…', 'conflicts')] : []),
    SEPARATOR,
    action('What would happen now?', 'preview'),
    action('History…', 'history'),
    action('Undo last sync…', 'undo', snapshot.undoable !== null),
    SEPARATOR,
    action('Open folder', 'openFolder', snapshot.connection !== null),
    action('Settings', 'settings'),
    SEPARATOR,
    action('Quit', 'quit'),
  ];
}

function action(label: string, name: TrayAction, enabled = true): TrayMenuItem {
  return { kind: 'action', label, action: name, enabled };
}

const SEPARATOR: TrayMenuItem = { kind: 'separator' };

const PAUSE: TrayMenuItem = {
  kind: 'submenu',
  label: 'Pause',
  items: [
    action('For 1 hour', 'pauseHour'),
    action('Until tomorrow', 'pauseTomorrow'),
    action('Until resumed', 'pauseResumed'),
  ],
};
