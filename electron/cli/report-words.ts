import type { HeldItem, PlannedStep } from '../../shared/model/change.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { reasonWords } from '../../shared/reason-words.ts';
import { placeWords } from '../../shared/secret-words.ts';
import type { Console } from './console.ts';

const TITLES: Readonly<Record<SyncReport['outcome'], string>> = {
  inSync: 'In step with GIIP.',
  conflicts: 'Conflicts wait for your decision; everything else is in step.',
  held: 'Held until you have looked (then: openclaw-sync sync --approve). Nothing held was touched.',
  unauthorized: 'GIIP refused the Agent Token.',
  offline: 'GIIP was not reached.',
  failed: 'The sync failed.',
  usage: 'The settings cannot be used.',
  busy: 'Another instance is at work.',
};

const DRY_RUN = 'This was a dry run: nothing was written or sent.';

function list(console: Console, title: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  console.say(`${title} (${lines.length})`);
  for (const line of lines) console.say(`  ${line}`);
}

const DECIDE_SECRETS = '  Secrets: openclaw-sync resolve PATH --secret once|always|keep';

function heldLine({ path, reason, secrets = [] }: HeldItem): string {
  return [`${path}: ${reasonWords(reason)}`, ...secrets.map((secret) => placeWords(secret))].join('\n    ');
}

/** The lists that `sync` and `status` share. */
export function sayOpenItems(
  console: Console,
  open: Pick<SyncReport, 'held' | 'deletedHere' | 'goneOnServer' | 'rejected'>,
): void {
  list(console, 'Held for review', open.held.map(heldLine));
  if (open.held.some(({ secrets }) => secrets)) console.say(DECIDE_SECRETS);
  list(console, 'Deleted here, still on GIIP', open.deletedHere);
  list(console, 'No longer on GIIP, kept here', open.goneOnServer);
  list(
    console,
    'Not synced',
    open.rejected.map(({ path, reason }) => `${path}: ${reason}`),
  );
}

function stepLine({ path, action, reason, overwrites }: PlannedStep): string {
  return `${action.padEnd(12)} ${path}: ${reasonWords(reason)}${overwrites ? ' The text here is kept in history first.' : ''}`;
}

/** A report as a person reads it. */
export function sayReport(console: Console, report: SyncReport): void {
  if (report.plan) list(console, 'Would be done', report.plan.map(stepLine));
  list(console, 'Fetched from GIIP', report.pulled);
  list(console, 'Sent to GIIP', report.pushed);
  list(console, 'Joined from both sides', report.merged);
  list(
    console,
    'In conflict',
    report.conflicts.map(({ path, kind }) => `${path} (${kind})`),
  );
  sayOpenItems(console, report);
  if (!report.error) console.say(report.plan ? DRY_RUN : TITLES[report.outcome]);
}
