import type { JSX } from 'react';
import { useCallback } from 'react';
import type { DoctorReport } from '../../../shared/model/doctor.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { doctorText } from '../../doctor-text.ts';
import { useAct } from '../../hooks/use-act.ts';
import { useApi } from '../../hooks/use-api.ts';
import { useEscape } from '../../hooks/use-escape.ts';
import { CheckCard } from './check-card.tsx';
import { CHECK_GROUPS } from './check-groups.ts';
import { CheckRow } from './check-row.tsx';
import { DoctorSummary } from './doctor-summary.tsx';
import { forPerson } from './needs-person.ts';
import { ReportActions } from './report-actions.tsx';
import { useDoctor } from './use-doctor.ts';

function Groups({ report }: { readonly report: DoctorReport | null }): JSX.Element {
  return (
    <>
      {CHECK_GROUPS.map(({ group, ids }) => (
        <section key={group} className="check-group" aria-labelledby={`group-${group}`}>
          <h2 id={`group-${group}`}>{doctorText.group(group)}</h2>
          <ul className="checks" aria-labelledby={`group-${group}`}>
            {ids.map((id) => (
              <CheckRow
                key={id}
                id={id}
                check={report?.checks.find((check) => check.id === id) ?? null}
                isCurrent={report?.current === id}
              />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

/** The window that finds out why it does not sync: every line as it comes, with what to do about it. */
export function DoctorView(): JSX.Element {
  const api = useApi();
  const acting = useAct();
  const { report, isRunning, error, again } = useDoctor();
  useEscape(useCallback(() => void api.call('app.closeWindow', null), [api]));
  return (
    <main className="page doctor" aria-busy={isRunning}>
      <header className="page-header">
        <h1>{doctorText.title}</h1>
        <WhichConnection />
        <p>{doctorText.intro}</p>
      </header>
      <DoctorSummary report={report} isRunning={isRunning} />
      <FailureNotice error={error ?? acting.error} />
      {!isRunning &&
        forPerson(report?.checks ?? []).map((check) => (
          <CheckCard key={check.id} check={check} act={acting.act} />
        ))}
      <Groups report={report} />
      <ReportActions acting={acting} isRunning={isRunning} again={again} />
    </main>
  );
}
