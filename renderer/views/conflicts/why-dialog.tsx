import type { JSX } from 'react';
import { useEffect, useState } from 'react';
import type { Evidence } from '../../../shared/model/history.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { reasonWords } from '../../../shared/reason-words.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { conflictText } from '../../conflict-text.ts';
import { useApi } from '../../hooks/use-api.ts';
import { Dialog } from './dialog.tsx';

interface Props {
  readonly path: ItemPath;
  readonly onClose: () => void;
}

function EvidenceTexts({ evidence }: { readonly evidence: Evidence }): JSX.Element {
  const sides = [
    { title: conflictText.ancestor, text: evidence.base },
    { title: conflictText.here, text: evidence.local },
    { title: conflictText.giip, text: evidence.remote },
  ];
  return (
    <>
      <p>{reasonWords(evidence.reason)}</p>
      <p className="evidence-time">{conflictText.evidenceTime(evidence.time)}</p>
      {sides.map(({ title, text }) => (
        <details key={title} className="evidence">
          <summary>{title}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{conflictText.evidence(text)}</pre>
        </details>
      ))}
    </>
  );
}

/** Why this is a conflict: the reason, and the texts that it was seen in. */
export function WhyDialog({ path, onClose }: Props): JSX.Element {
  const api = useApi();
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [error, setError] = useState<SyncError | null>(null);
  useEffect(() => {
    void api.call('history.why', { kind: 'conflict', path }).then((answer) => {
      if (answer.ok) setEvidence(answer.value);
      else setError(answer.error);
    });
  }, [api, path]);
  const close = (
    <Button autoFocus onClick={onClose}>
      {conflictText.close}
    </Button>
  );
  return (
    <Dialog title={conflictText.evidenceTitle} actions={close} onClose={onClose}>
      <FailureNotice error={error} />
      {evidence !== null && <EvidenceTexts evidence={evidence} />}
    </Dialog>
  );
}
