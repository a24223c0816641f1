import { errorWords } from '../../shared/error-words.ts';
import type { HeldItem } from '../../shared/model/change.ts';
import type { SyncError } from '../../shared/model/sync-error.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import { reasonWords } from '../../shared/reason-words.ts';

/** An error as `--json` shows it: the stable code, and the words. */
export function errorJson(error: SyncError): { code: string; message: string; help: string } {
  return { code: error.code, ...errorWords(error) };
}

/** `secrets` only where it is held for them. */
function heldJson(held: readonly HeldItem[]): readonly (Omit<HeldItem, 'reason'> & { reason: string })[] {
  return held.map((item) => ({ ...item, reason: reasonWords(item.reason) }));
}

/** The object of `sync --json` (contract.md): all lists present, `error` only when there is one. */
export function reportJson(report: SyncReport): Readonly<Record<string, unknown>> {
  const { error, plan } = report;
  return {
    ...report,
    held: heldJson(report.held),
    ...(error ? { error: errorJson(error) } : {}),
    ...(plan ? { plan: plan.map(({ reason, ...step }) => ({ ...step, reason: reasonWords(reason) })) } : {}),
  };
}
