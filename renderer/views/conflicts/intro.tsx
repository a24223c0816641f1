import { ShieldAlert } from 'lucide-react';
import type { JSX } from 'react';
import { useMemo, useState } from 'react';
import { describeDamage } from '../../../shared/merge/describe-damage.ts';
import type { ConflictTexts } from '../../../shared/model/conflict.ts';
import type { ReasonCode } from '../../../shared/model/reason.ts';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { damageWords, kindWords } from '../../difference/conflict-words.ts';
import { reasonWords } from '../../reason-words.ts';
import { text } from '../../text.ts';
import { WhyDialog } from './why-dialog.tsx';

interface Props {
  readonly texts: ConflictTexts;
  readonly busy: boolean;
  readonly onRepair: () => void;
  /** Null where there is no common ancestor. */
  readonly ancestor: { readonly isShown: boolean; readonly toggle: () => void } | null;
}

/** These say more than the kind of conflict does. */
const TELLING: ReadonlySet<ReasonCode> = new Set(['merge-too-expensive', 'merge-result-unusable']);

/** Not a region of its own: "On GIIP" is one, and this one's name would hold the same words. */
function DamageCard({ texts, busy, onRepair }: Omit<Props, 'ancestor'>): JSX.Element {
  const { path, base, local, remote } = texts;
  const known = local ?? base;
  const damage = useMemo(
    () => (known === null || remote === null ? null : describeDamage(path, known, remote)),
    [path, known, remote],
  );
  const { name, meaning } = kindWords('damaged');
  const words = damage === null ? { message: meaning, help: null } : damageWords(damage);
  return (
    <div className="card card-warning">
      <ShieldAlert className="card-icon" aria-hidden="true" />
      <div className="card-text">
        <strong>{name}</strong>
        <p>{words.message}</p>
        {words.help !== null && <p>{words.help}</p>}
        {local !== null && (
          <div className="card-actions">
            <Button kind="primary" inert={busy} onClick={onRepair}>
              {conflictText.repair}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** What happened, in words, and the way to the reason. */
export function Intro({ texts, busy, onRepair, ancestor }: Props): JSX.Element {
  const [asks, setAsks] = useState(false);
  const { name, meaning } = kindWords(texts.kind);
  return (
    <div className="intro">
      {texts.kind === 'damaged' ? (
        <DamageCard texts={texts} busy={busy} onRepair={onRepair} />
      ) : (
        <p>
          <strong>{text.sentence(name)}</strong>
          {text.gap}
          {TELLING.has(texts.reason.code) ? reasonWords(texts.reason) : meaning}
        </p>
      )}
      <div className="intro-links">
        <Button kind="quiet" className="button-link" onClick={() => setAsks(true)}>
          {conflictText.why}
        </Button>
        {ancestor !== null && (
          <Button
            kind="quiet"
            className="button-link"
            aria-expanded={ancestor.isShown}
            onClick={ancestor.toggle}
          >
            {ancestor.isShown ? conflictText.hideAncestor : conflictText.showAncestor}
          </Button>
        )}
      </div>
      {asks && <WhyDialog path={texts.path} onClose={() => setAsks(false)} />}
    </div>
  );
}
