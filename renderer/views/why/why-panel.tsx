import type { JSX, RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { WhyAbout } from '../../../shared/ipc/contract.ts';
import type { Evidence } from '../../../shared/model/history.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { PlainText } from '../../components/plain-text.tsx';
import { Segments } from '../../components/segments.tsx';
import { historyText, whyText } from '../../history-text.ts';
import { useApi } from '../../hooks/use-api.ts';
import { reasonWords } from '../../reason-words.ts';
import type { EvidenceComparison } from './evidence-comparisons.ts';
import { evidenceComparisons } from './evidence-comparisons.ts';
import { TextComparison } from './text-comparison.tsx';

interface ComparedProps {
  readonly evidence: Evidence;
  readonly compared: EvidenceComparison;
}

/** Both texts of one comparison, or why one of them cannot be shown beside the other. */
function Compared({ evidence, compared: { id, from, to } }: ComparedProps): JSX.Element {
  const [before, after] = [evidence[from], evidence[to]];
  if (before.state === 'text' && after.state === 'text') {
    const names = { fromName: whyText.from[from], toName: whyText.from[to] };
    return <TextComparison label={whyText[id]} from={before.text} to={after.text} {...names} />;
  }
  const notes = [from, to].flatMap((place) => {
    const { state } = evidence[place];
    return state === 'text' ? [] : [whyText[state][place]];
  });
  const only = before.state === 'text' ? before : after.state === 'text' ? after : null;
  return (
    <>
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {only !== null && <PlainText text={only.text} />}
    </>
  );
}

function Shown({ evidence }: { readonly evidence: Evidence }): JSX.Element {
  const comparisons = evidenceComparisons(evidence);
  const [first] = comparisons;
  const [id, setId] = useState<EvidenceComparison['id']>(first?.id ?? 'sides');
  const compared = comparisons.find((each) => each.id === id) ?? first;
  return (
    <>
      <p>
        {reasonWords(evidence.reason)} <span className="why-time">{whyText.decided(evidence.time)}</span>
      </p>
      {evidence.base.state !== 'text' && <p>{whyText[evidence.base.state].base}</p>}
      {comparisons.length > 1 && (
        <Segments
          label={whyText.choose}
          options={comparisons.map((each) => ({ value: each.id, label: whyText[each.id] }))}
          value={id}
          onChange={setId}
        />
      )}
      {compared !== undefined && <Compared evidence={evidence} compared={compared} />}
    </>
  );
}

/** In a small window the answer may come below the edge: as it grows, it is brought into sight. */
function useInSight(): RefObject<HTMLElement | null> {
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const grown = new ResizeObserver(() => element.scrollIntoView({ block: 'nearest' }));
    grown.observe(element);
    return () => grown.disconnect();
  }, []);
  return ref;
}

interface Props {
  readonly about: WhyAbout;
  readonly id: string;
  readonly path: string;
}

/** Why something was done or is being asked, with the texts that it was decided on. */
export function WhyPanel({ about, id, path }: Props): JSX.Element {
  const api = useApi();
  const [evidence, setEvidence] = useState<Evidence | null>(null);
  const [error, setError] = useState<SyncError | null>(null);
  // The rows make `about` anew with each snapshot; what it asks is the same.
  const asked = JSON.stringify(about);
  useEffect(() => {
    void api.call('history.why', JSON.parse(asked) as WhyAbout).then((answer) => {
      if (answer.ok) setEvidence(answer.value);
      else setError(answer.error);
    });
  }, [api, asked]);
  const panel = useInSight();
  return (
    <section className="why" ref={panel} id={id} aria-label={whyText.title(path)}>
      <FailureNotice error={error} />
      {evidence !== null && <Shown evidence={evidence} />}
      {evidence === null && error === null && <p>{historyText.loading}</p>}
    </section>
  );
}
