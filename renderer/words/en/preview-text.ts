import type { PlannedStep } from '../../../shared/model/change.ts';
import { countText } from '../../count-text.ts';

const { count, files } = countText;
type Words = (amount: number) => string;

const isOrAre = (amount: number, one: string, other: string): string => (amount === 1 ? one : other);

const ACTIONS: Readonly<Record<PlannedStep['action'], Words>> = {
  conflict: (amount) => `${files(amount)} would need your choice`,
  held: (amount) => `${count(amount, 'item', 'items')} would be held until you have looked`,
  pull: (amount) => `${files(amount)} would come from GIIP`,
  push: (amount) => `${files(amount)} would be sent to GIIP`,
  merge: (amount) => `${files(amount)} would be joined from both sides`,
  goneOnServer: (amount) =>
    `${files(amount)} ${isOrAre(amount, 'is', 'are')} no longer on GIIP and would stay here`,
  deletedHere: (amount) => `${files(amount)} deleted here would stay on GIIP`,
  rejected: (amount) => `${files(amount)} would not be synced`,
  adopt: (amount) => `${files(amount)} ${isOrAre(amount, 'is', 'are')} the same on both sides already`,
};

/** The words of the preview window. */
export const previewText = {
  title: 'What would happen now?',
  looking: 'Comparing both sides…',
  nothingWritten: 'This is only a look: nothing has been written on either side.',
  inStep: 'Nothing would happen: both sides are in step.',
  at: (time: string) => `As of ${time}.`,
  risks: 'Look at this first',
  overwrites: (amount: number) =>
    `${files(amount)} on this computer would be replaced. What stands there now is kept in the history.`,
  group: (action: PlannedStep['action'], amount: number) => ACTIONS[action](amount),
  syncNow: 'Sync now',
  lookAgain: 'Look again',
  started: 'Syncing has started. The status shows how far it is.',
  outcome: {
    offline: 'GIIP could not be reached, so only this computer could be looked at.',
    unauthorized: 'GIIP refused the token, so only this computer could be looked at.',
    failed: 'The comparison could not be finished.',
  },
};

/** What a language must have of it. */
export type PreviewText = typeof previewText;
