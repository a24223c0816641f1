import { connectionName } from '../../shared/connection-name.ts';
import type { AppSnapshot, ConnectionSummary, SyncState } from '../../shared/model/app-snapshot.ts';
import { worstFirst } from '../../shared/model/worst-first.ts';
import { summaryWords } from '../../shared/status-words.ts';
import { ageWords } from './age-words.ts';
import { trayMenuWords, trayWords } from './tray-words.ts';
import type { TrayMenuWords } from './words/en/tray-menu-words.ts';

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
  | 'stopSyncing'
  | 'pauseHour'
  | 'pauseTomorrow'
  | 'pauseResumed'
  | 'resume'
  | 'openFolder'
  | 'conflicts'
  | 'preview'
  | 'history'
  | 'undo'
  | 'doctor'
  | 'compare'
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
      /** Whose action it is, where there are several; without one it is of all, or of the one that is shown. */
      readonly connection?: string;
      readonly enabled: boolean;
    }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

/** Everything the tray shows, as data. */
export interface TrayModel {
  readonly icon: TrayIconName;
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

const PRODUCT = 'Openclaw Sync';

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

/** What the tray shows at this time (epoch milliseconds), for the snapshot of the connection that is worst off. */
export function trayModel(snapshot: AppSnapshot, now: number): TrayModel {
  return {
    icon: ICONS[snapshot.state],
    tooltip: tooltip(snapshot, now),
    menu: snapshot.state === 'setup' ? setupMenu(snapshot) : menu(snapshot),
  };
}

function tooltip(snapshot: AppSnapshot, now: number): string {
  const words = trayMenuWords(snapshot.language);
  const name = snapshot.rehearsal ? words.rehearsal(PRODUCT) : PRODUCT;
  const lines = [`${name}: ${trayWords(snapshot)}`, ...whose(snapshot)];
  if (snapshot.lastSuccess !== null) lines.push(words.lastSynced(ageWords(words, snapshot.lastSuccess, now)));
  const text = lines.join('\n');
  return text.length <= LONGEST_TOOLTIP ? text : `${text.slice(0, LONGEST_TOOLTIP - 1)}…`;
}

/** The connection that the state is of, where there are several. */
function whose({ connection, connections }: AppSnapshot): readonly string[] {
  return connection !== null && connections.length > 1 ? [connectionName(connection, connections)] : [];
}

function setupMenu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  const words = trayMenuWords(snapshot.language);
  return [
    { kind: 'text', label: trayWords(snapshot) },
    SEPARATOR,
    action(words.setUp, 'setup'),
    ...quit(snapshot, words.quit),
  ];
}

/** Not there where IT keeps the application running. */
function quit({ quitAllowed }: AppSnapshot, label: string): readonly TrayMenuItem[] {
  return quitAllowed ? [SEPARATOR, action(label, 'quit')] : [];
}

function menu(snapshot: AppSnapshot): readonly TrayMenuItem[] {
  const words = trayMenuWords(snapshot.language);
  const isSeveral = snapshot.connections.length > 1;
  return [
    { kind: 'text', label: [trayWords(snapshot), ...whose(snapshot)].join(', ') },
    SEPARATOR,
    action(words.open(PRODUCT), 'open'),
    isAnyIdle(snapshot)
      ? action(isSeveral ? words.syncAll : words.syncNow, 'syncNow')
      : action(words.stopSyncing, 'stopSyncing'),
    areAllPaused(snapshot)
      ? action(isSeveral ? words.resumeAll : words.resume, 'resume')
      : pauseMenu(words, isSeveral ? words.pauseAll : words.pause),
    ...(isSeveral || snapshot.conflicts.length === 0 ? [] : [action(words.conflicts, 'conflicts')]),
    SEPARATOR,
    ...(isSeveral ? connectionMenus(snapshot, words) : ofTheOne(snapshot, words)),
    SEPARATOR,
    ...(isSeveral ? [] : [action(words.openFolder, 'openFolder', snapshot.connection !== null)]),
    ...(isSeveral ? [] : [action(words.doctor, 'doctor')]),
    ...(isSeveral ? [action(words.compare, 'compare')] : []),
    action(words.settings, 'settings'),
    ...quit(snapshot, words.quit),
  ];
}

function isAnyIdle({ state, connections }: AppSnapshot): boolean {
  return connections.length > 1 ? connections.some((one) => one.state !== 'syncing') : state !== 'syncing';
}

function areAllPaused({ paused, connections }: AppSnapshot): boolean {
  return connections.length > 1 ? connections.every((one) => one.paused) : paused;
}

/** What can be done with the only connection, at the top of the menu. */
function ofTheOne(snapshot: AppSnapshot, words: TrayMenuWords): readonly TrayMenuItem[] {
  return [
    action(words.preview, 'preview'),
    action(words.history, 'history'),
    action(words.undo, 'undo', snapshot.undoable !== null),
  ];
}

/** A menu for each connection, those first that a person should look at first. */
function connectionMenus(
  { connections, language }: AppSnapshot,
  words: TrayMenuWords,
): readonly TrayMenuItem[] {
  return worstFirst(connections).map((one) => ({
    kind: 'submenu',
    label: `${connectionName(one, connections)}: ${summaryWords(one, language)}`,
    items: connectionItems(one, words).map((item) => ownedBy(item, one.id)),
  }));
}

function connectionItems(one: ConnectionSummary, words: TrayMenuWords): readonly TrayMenuItem[] {
  return [
    action(words.show, 'open'),
    one.state === 'syncing' ? action(words.stopSyncing, 'stopSyncing') : action(words.syncNow, 'syncNow'),
    one.paused ? action(words.resume, 'resume') : pauseMenu(words, words.pause),
    ...(one.conflicts > 0 ? [action(words.conflicts, 'conflicts')] : []),
    SEPARATOR,
    action(words.preview, 'preview'),
    action(words.history, 'history'),
    SEPARATOR,
    action(words.openFolder, 'openFolder'),
    action(words.doctor, 'doctor'),
  ];
}

function ownedBy(item: TrayMenuItem, connection: string): TrayMenuItem {
  if (item.kind === 'action') return { ...item, connection };
  return item.kind === 'submenu'
    ? { ...item, items: item.items.map((child) => ownedBy(child, connection)) }
    : item;
}

function action(label: string, name: TrayAction, enabled = true): TrayMenuItem {
  return { kind: 'action', label, action: name, enabled };
}

const SEPARATOR: TrayMenuItem = { kind: 'separator' };

function pauseMenu(words: TrayMenuWords, label: string): TrayMenuItem {
  return {
    kind: 'submenu',
    label,
    items: [
      action(words.pauseHour, 'pauseHour'),
      action(words.pauseTomorrow, 'pauseTomorrow'),
      action(words.pauseResumed, 'pauseResumed'),
    ],
  };
}
