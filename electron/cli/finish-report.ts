import { EXIT_CODES } from '../../shared/model/exit-code.ts';
import type { SyncReport } from '../../shared/model/sync-report.ts';
import type { Console } from './console.ts';
import { reportJson } from './report-json.ts';
import { sayReport } from './report-words.ts';

/** Shows a report in the way that was asked for; answers its exit code. */
export function finishReport(console: Console, report: SyncReport): number {
  sayReport(console, report);
  if (report.error) console.complain(report.error);
  console.json(reportJson(report));
  return EXIT_CODES[report.outcome];
}
