import type { DoctorFix } from '../../../shared/model/doctor.ts';
import { countText } from '../../count-text.ts';

/** What belongs together, in the order in which it is looked at. */
export type DoctorGroup = 'computer' | 'way' | 'giip' | 'desktop' | 'step';

const GROUPS: Readonly<Record<DoctorGroup, string>> = {
  computer: 'This computer',
  way: 'The way to GIIP',
  giip: 'GIIP',
  desktop: 'This desktop',
  step: 'In step',
};

const FIXES: Readonly<Record<DoctorFix, string>> = {
  connection: 'Change connection',
  settings: 'Open settings',
  folder: 'Open folder',
  sync: 'Sync now',
};

/** The words of the window that checks the connection; those of its lines are in `shared`. */
export const doctorText = {
  title: 'Connection check',
  intro: 'Looks at everything that a sync needs. Nothing is changed on either side.',
  open: 'Check connection…',
  findOut: 'Find out why…',
  group: (group: DoctorGroup) => GROUPS[group],
  checking: (group: DoctorGroup) => `Checking: ${GROUPS[group]}…`,
  progress: (done: number, total: number) => `${countText.number(done)} of ${countText.number(total)}`,
  progressName: 'Progress',
  waiting: 'Waiting',
  running: 'Checking…',
  well: 'Nothing stands in the way of a sync.',
  problems: (amount: number, first: string) =>
    amount === 1
      ? `One problem stands in the way of a sync: ${first}.`
      : `${countText.number(amount)} problems stand in the way of a sync. Begin with: ${first}.`,
  warnings: (amount: number) =>
    amount === 1
      ? 'One line needs your attention.'
      : `${countText.number(amount)} lines need your attention.`,
  cardTitle: (status: string, check: string) => `${status}: ${check}`,
  fix: (fix: DoctorFix) => FIXES[fix],
  fixFor: (action: string, check: string) => `${action}: ${check}`,
  again: 'Check again',
  copy: 'Copy report',
  save: 'Save report…',
  copied: 'Copied: without the token, without texts and names of documents.',
  saved: 'Saved: without the token, without texts and names of documents.',
};

export type DoctorText = typeof doctorText;
