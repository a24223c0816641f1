import { FileKey } from 'lucide-react';
import type { JSX } from 'react';
import { useEffect, useId, useState } from 'react';
import type { SetupCandidate } from '../../../shared/ipc/contract.ts';
import { Button } from '../../components/button.tsx';
import { PathName } from '../../components/path-name.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { setupText } from '../../setup-text.ts';

interface Props {
  readonly chosen: SetupCandidate | null;
  readonly onChoose: (candidate: SetupCandidate) => void;
}

function Row({ candidate, chosen, onChoose }: Props & { readonly candidate: SetupCandidate }): JSX.Element {
  const { file, lssn, problem, hasToken } = candidate;
  return (
    <li className="row">
      <FileKey className="row-icon" aria-hidden="true" />
      <div className="row-text">
        <PathName path={file} />
        <p className="row-note">{problem ?? setupText.candidates.server(lssn)}</p>
      </div>
      {problem === null && hasToken && (
        <Button
          inert={chosen?.id === candidate.id}
          aria-description={file}
          onClick={() => onChoose(candidate)}
        >
          {setupText.candidates.use}
        </Button>
      )}
    </li>
  );
}

/** Every giipAgent.cfg that was found, with what stands against it where something does. */
export function Candidates({ chosen, onChoose }: Props): JSX.Element | null {
  const api = useApi();
  const id = useId();
  const [candidates, setCandidates] = useState<readonly SetupCandidate[]>([]);
  useEffect(() => {
    void api.call('setup.candidates', null).then((answer) => {
      if (answer.ok) setCandidates(answer.value);
    });
  }, [api]);
  if (candidates.length === 0) return null;
  return (
    <section className="section section-boxed" aria-labelledby={id}>
      <h2 id={id}>{setupText.candidates.title}</h2>
      <ul className="list" aria-labelledby={id}>
        {candidates.map((candidate) => (
          <Row key={candidate.id} candidate={candidate} chosen={chosen} onChoose={onChoose} />
        ))}
      </ul>
    </section>
  );
}
