import type { Connection } from '../../shared/model/app-snapshot.ts';
import type { Clock, Log } from '../sync/ports.ts';
import { noticeWords } from './notice-words.ts';
import { dueNotices, type Notice } from './notices.ts';
import { readStatusRecords, withRealFolder, writeStatusFile } from './status-file.ts';
import {
  type EndedCycle,
  isAbout,
  type ProgramName,
  recordAfter,
  type StatusRecord,
} from './status-record.ts';
import type { Severity, SystemLog } from './system-log.ts';

export interface MonitorOptions {
  readonly stateDir: string;
  readonly program: ProgramName;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Null: nobody is told, and nothing counts as told. */
  readonly systemLog: SystemLog | null;
  /** Without a success for this long, the system log is told, once a day. */
  readonly noSuccessMs?: number;
  /** All connections that are kept in step side by side; what is known of any other is dropped. */
  readonly connections?: () => readonly Connection[];
}

/** Keeps `status.json` and tells the system log when something changes. */
export interface Monitor {
  ended(cycle: Omit<EndedCycle, 'at'>): void;
  /** Ends its timer. */
  end(): void;
}

const DAY_MS = 24 * 60 * 60_000;
/** No cycle may come for long: paused, refused, backing off. */
const LOOK_MS = 10 * 60_000;

const SEVERITIES: Readonly<Record<Notice['kind'], Severity>> = {
  failing: 'warning',
  noSuccess: 'error',
  well: 'info',
};

function wordsOf(notice: Notice, workspace: string): string {
  if (notice.kind === 'failing') return noticeWords.failing(workspace, notice);
  return notice.kind === 'noSuccess' ? noticeWords.noSuccess(workspace, notice) : noticeWords.well(workspace);
}

/** What this process knows, unless another one has written since. */
function newer(mine: StatusRecord | undefined, found: StatusRecord | undefined): StatusRecord | null {
  if (mine === undefined || found === undefined) return mine ?? found ?? null;
  return mine.lastAttempt >= found.lastAttempt ? mine : found;
}

/** Watches over the cycles of one process. A disk that keeps the file from being written stops nothing. */
export function createMonitor(options: MonitorOptions): Monitor {
  const { stateDir, program, version, clock, log, systemLog, noSuccessMs = DAY_MS } = options;
  let known: readonly StatusRecord[] = [];
  let cancel: (() => void) | null = null;

  function keep(records: readonly StatusRecord[]): void {
    known = records;
    try {
      writeStatusFile(stateDir, ...records);
    } catch (error) {
      log.write('warn', 'status-file-not-written', { cause: error });
    }
  }

  /** The same record when there was nothing to tell. */
  function tell(record: StatusRecord): StatusRecord {
    if (systemLog === null) return record;
    const { notices, told } = dueNotices(record, noSuccessMs, clock.now());
    for (const notice of notices) systemLog.write(SEVERITIES[notice.kind], wordsOf(notice, record.workspace));
    return notices.length === 0 ? record : { ...record, told };
  }

  /** Those that are at work side by side with this one; one that is not among them is alone. */
  function besides(connection: Connection): readonly Connection[] {
    const all = (options.connections?.() ?? []).map(withRealFolder);
    const isIt = (one: Connection): boolean => isAbout(one, connection);
    return all.some(isIt) ? all : [connection];
  }

  function look(): void {
    const after = known.map(tell);
    if (after.some((record, at) => record !== known[at])) keep(after);
    cancel = clock.after(LOOK_MS, look);
  }

  return {
    ended({ connection: given, report }) {
      // Whoever is at work on the folder keeps the record.
      if (report.outcome === 'busy') return;
      const connection = withRealFolder(given);
      const found = readStatusRecords(stateDir);
      const lastOf = (one: Connection): StatusRecord | null =>
        newer(
          known.find((record) => isAbout(record, one)),
          found.find((record) => isAbout(record, one)),
        );
      const cycle = { connection, report, at: clock.now() };
      const record = tell(recordAfter(lastOf(connection), cycle, { program, version }));
      keep(besides(connection).flatMap((one) => (isAbout(record, one) ? record : (lastOf(one) ?? []))));
      cancel ??= clock.after(LOOK_MS, look);
    },
    end() {
      cancel?.();
      cancel = null;
    },
  };
}
