import type { Progress } from '../../../../shared/model/app-snapshot.ts';

type Phase = Progress['phase'];

const PHASES: Readonly<Record<Phase, string>> = {
  scanning: 'looking at the folder',
  pulling: 'asking GIIP',
  applying: 'fetching',
  pushing: 'sending',
  verifying: 'checking what GIIP holds',
};

/** The tray's menu and tooltip. */
export const trayMenuWords = {
  rehearsal: (product: string) => `${product} (rehearsal)`,
  phase: (phase: Phase) => PHASES[phase],
  progress: (status: string, phase: string) => `${status}: ${phase}`,
  of: (phase: string, done: number, total: number) => `${phase} ${done} of ${total}`,
  pausedUntil: (status: string, until: string) => `${status} until ${until}`,
  pausedUntilResumed: (status: string) => `${status} until you resume`,
  lastSynced: (age: string) => `Last synced ${age}`,
  justNow: 'just now',
  minutesAgo: (amount: number) => `${amount} min ago`,
  hoursAgo: (amount: number) => `${amount} h ago`,
  daysAgo: (amount: number) => (amount === 1 ? '1 day ago' : `${amount} days ago`),
  show: 'Show',
  syncAll: 'Sync all now',
  pauseAll: 'Pause all',
  resumeAll: 'Resume all',
  setUp: 'Set up…',
  open: (product: string) => `Open ${product}`,
  syncNow: 'Sync now',
  stopSyncing: 'Stop syncing now',
  resume: 'Resume',
  pause: 'Pause',
  pauseHour: 'For 1 hour',
  pauseTomorrow: 'Until tomorrow',
  pauseResumed: 'Until resumed',
  conflicts: 'Resolve conflicts…',
  preview: 'What would happen now?',
  history: 'History…',
  undo: 'Undo last sync…',
  openFolder: 'Open folder',
  doctor: 'Check connection…',
  compare: 'Compare configs…',
  settings: 'Settings',
  quit: 'Quit',
};

/** What a language must have of it. */
export type TrayMenuWords = typeof trayMenuWords;
