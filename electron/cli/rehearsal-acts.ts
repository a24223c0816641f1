import type { ConflictDecision } from '../../shared/model/conflict.ts';
import type { ItemPath } from '../../shared/model/item.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Stage } from '../rehearsal/stage.ts';

/** One scene of the rehearsal: what people do, what the sync must then report, and what both sides must say. */
export interface Act {
  readonly title: string;
  /** The items whose both sides are shown. */
  readonly paths: readonly ItemPath[];
  /** What happens on either side before the sync. */
  happen?(stage: Stage): Promise<void>;
  /** Decisions about open conflicts, before the sync. */
  readonly decisions?: Readonly<Record<ItemPath, ConflictDecision>>;
  readonly expected: Pick<SyncReport, 'outcome'> & Partial<Pick<SyncReport, 'pulled' | 'pushed' | 'merged'>>;
  /** Paths that must be in conflict afterwards, untouched on both sides. */
  readonly conflicts: readonly ItemPath[];
  /** Words that both sides must hold in the end. */
  readonly bothHold?: Readonly<Record<ItemPath, readonly string[]>>;
}

const GUIDE = 'docs/guide.md';
const RULES = 'docs/house-rules.md';
const CHECKLIST = 'docs/checklist.md';
const AGENT = 'configs/agent_config.json';
const RUNBOOK = 'docs/runbooks/disk-full.md';

async function replaceHere(stage: Stage, path: ItemPath, from: string, to: string): Promise<void> {
  await stage.editHere(path, ((await stage.here(path)) ?? '').replace(from, to));
}

function replaceThere(stage: Stage, path: ItemPath, from: string, to: string): void {
  stage.editThere(path, (stage.there(path) ?? '').replace(from, to));
}

/** The story that `rehearse` plays, in its order: each act starts from what the one before has left. */
export const ACTS: readonly Act[] = [
  {
    title: 'The first sync: what only one side has goes to the other; what differs is nobody’s to overwrite',
    paths: [AGENT, 'configs/schedule.json', GUIDE, RULES, RUNBOOK],
    expected: {
      outcome: 'conflicts',
      pulled: ['configs/schedule.json', RUNBOOK],
      pushed: [AGENT, GUIDE],
      merged: [],
    },
    conflicts: [RULES],
  },
  {
    title: 'A pull: somebody edits a runbook on GIIP',
    paths: [RUNBOOK],
    happen: async (stage) => replaceThere(stage, RUNBOOK, 'Delete old', 'Move old'),
    expected: { outcome: 'conflicts', pulled: [RUNBOOK], pushed: [], merged: [] },
    conflicts: [RULES],
    bothHold: { [RUNBOOK]: ['Move old archives first.', '보관 기간은 14일.'] },
  },
  {
    title: 'A push: the agent writes its config on this computer, as PowerShell writes it',
    paths: [AGENT],
    happen: (stage) => replaceHere(stage, AGENT, '"info"', '"debug"'),
    expected: { outcome: 'conflicts', pulled: [], pushed: [AGENT], merged: [] },
    conflicts: [RULES],
    bothHold: { [AGENT]: ['"debug"', '9007199254740993'] },
  },
  {
    title: 'A merge: both sides edit one document in different places',
    paths: [CHECKLIST],
    async happen(stage) {
      await replaceHere(stage, CHECKLIST, 'Look at the queue.', 'Look at the queue and the backups.');
      replaceThere(stage, CHECKLIST, 'Report to: operations', 'Report to: the night shift');
    },
    expected: { outcome: 'conflicts', pulled: [], pushed: [CHECKLIST], merged: [CHECKLIST] },
    conflicts: [RULES],
    bothHold: { [CHECKLIST]: ['the queue and the backups', 'the night shift'] },
  },
  {
    title: 'A conflict: both sides edit the same line',
    paths: [GUIDE],
    async happen(stage) {
      await replaceHere(stage, GUIDE, 'Written on this computer.', 'Start with the checklist.');
      replaceThere(stage, GUIDE, 'Written on this computer.', 'Start with the runbooks.');
    },
    expected: { outcome: 'conflicts', pulled: [], pushed: [], merged: [] },
    conflicts: [GUIDE, RULES],
  },
  {
    title: 'The decisions: the house rules as they are here, for the guide a text of one’s own',
    paths: [GUIDE, RULES],
    decisions: {
      [GUIDE]: { take: 'text', text: '# Guide\n\nStart with the checklist, then the runbooks.\n' },
      [RULES]: { take: 'mine' },
    },
    expected: { outcome: 'inSync', pulled: [], pushed: [GUIDE, RULES], merged: [] },
    conflicts: [],
    bothHold: {
      [GUIDE]: ['Start with the checklist, then the runbooks.'],
      [RULES]: ['Ask before you restart a server.'],
    },
  },
];
