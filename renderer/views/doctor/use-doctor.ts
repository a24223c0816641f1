import { useCallback, useEffect, useState } from 'react';
import type { DoctorReport } from '../../../shared/model/doctor.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { useApi } from '../../hooks/use-api.ts';

/** What the window knows of the examination. */
interface Examining {
  readonly report: DoctorReport | null;
  readonly isRunning: boolean;
  readonly error: SyncError | null;
  readonly again: () => void;
}

/** An answer and the last word of progress may overtake each other on their way: what is finished stays finished. */
function later(before: DoctorReport | null, next: DoctorReport): DoctorReport {
  const isOver = before !== null && before.current === null && before.time === next.time;
  return isOver ? before : next;
}

/** Examines when the window opens, and again when asked to. */
export function useDoctor(): Examining {
  const api = useApi();
  const [report, setReport] = useState<DoctorReport | null>(null);
  const [isRunning, setRunning] = useState(true);
  const [error, setError] = useState<SyncError | null>(null);

  const run = useCallback(async () => {
    const answer = await api.call('doctor.run', null);
    if (answer.ok) setReport(answer.value);
    setError(answer.ok ? null : answer.error);
    setRunning(false);
  }, [api]);
  useEffect(() => api.on('doctor.progress', (next) => setReport((before) => later(before, next))), [api]);
  useEffect(() => void run(), [run]);

  const again = useCallback(() => {
    setRunning(true);
    setReport(null);
    void run();
  }, [run]);
  return { report, isRunning, error, again };
}
