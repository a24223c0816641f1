import type { DoctorReport } from '../../shared/model/doctor.ts';
import { type ReportPlace, reportText } from './report-text.ts';

export interface Doctor {
  /** Looks at everything; who asks while a run is under way shares it. */
  run(onProgress: (report: DoctorReport) => void): Promise<DoctorReport>;
  /** The last report, for others to read: without secrets and without names of files and people. Null: there is none. */
  text(): string | null;
}

export interface DoctorOptions {
  /** Looks at everything as it is now; `onProgress` hears the report before each look. */
  readonly examine: (onProgress: (report: DoctorReport) => void) => Promise<DoctorReport>;
  readonly place: () => ReportPlace;
}

/** The doctor of the application. */
export function createDoctor({ examine, place }: DoctorOptions): Doctor {
  const listeners = new Set<(report: DoctorReport) => void>();
  let running: Promise<DoctorReport> | null = null;
  let last: DoctorReport | null = null;

  async function look(): Promise<DoctorReport> {
    try {
      last = await examine((report) => {
        for (const listener of listeners) listener(report);
      });
      return last;
    } finally {
      running = null;
      listeners.clear();
    }
  }

  return {
    run(onProgress) {
      listeners.add(onProgress);
      running ??= look();
      return running;
    },
    text: () => (last === null ? null : reportText(last, place())),
  };
}
