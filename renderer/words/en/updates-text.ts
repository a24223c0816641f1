import type { UpdateProblem, UpdateRestart, UpdatesOff } from '../../../shared/model/updates.ts';

const OFF: { readonly [R in UpdatesOff]: string } = {
  managed: 'Your administrator has switched updates off and installs new versions for you.',
  switchedOff: 'Switched off: new versions are neither looked for nor installed.',
  package:
    'This program was installed by a package manager or by your administrator, who also brings its new versions.',
  unsigned: 'This build is not signed for updates: install new versions by hand.',
  place: 'This program lies where you cannot write: whoever installed it also updates it.',
};

const PROBLEMS: { readonly [P in UpdateProblem]: string } = {
  unreachable: 'The last look for updates did not reach the server. It is tried again by itself.',
  untrusted:
    'An update was refused: it is not signed by the publisher of this program. Nothing was installed; tell your administrator.',
  damaged: 'An update arrived damaged and was thrown away. It is fetched again at the next look.',
  notInstalled: 'The update could not be installed. The version that runs is untouched.',
};

const RESTART: { readonly [R in UpdateRestart]: string } = {
  restarting: 'Openclaw Sync ends at a safe point and starts again.',
  notReady: 'Nothing is ready to be installed.',
  conflictOpen: 'The conflict window is open: save or close it first.',
};

/** The words of the updates in the settings window. */
export const updatesText = {
  title: 'Updates',
  on: 'Install new versions by itself',
  onHint: 'Fetched in the background, installed when Openclaw Sync ends: never in the middle of a sync.',
  version: 'This version',
  looked: 'Last looked',
  notLooked: 'Not since the start',
  upToDate: 'This is the newest version.',
  look: 'Look now',
  restart: (next: string) => `Restart to update to ${next}`,
  off: (reason: UpdatesOff) => OFF[reason],
  problem: (problem: UpdateProblem) => PROBLEMS[problem],
  restarted: (answer: UpdateRestart) => RESTART[answer],
  looking: 'Looking for updates…',
  downloading: (next: string) => `Downloading version ${next}…`,
  ready: (next: string) => `Version ${next} is ready and is installed when you quit.`,
};

export type UpdatesText = typeof updatesText;
