import type { JSX } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import type { KeyRule } from '../../../shared/model/conflict.ts';
import type { SyncError } from '../../../shared/model/sync-error.ts';
import { Button } from '../../components/button.tsx';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { WhichConnection } from '../../components/which-connection.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { settingsText } from '../../settings-text.ts';

const words = settingsText.rules;

interface Rules {
  readonly rules: readonly KeyRule[] | null;
  readonly removed: KeyRule | null;
  readonly error: SyncError | null;
  readonly remove: (rule: KeyRule) => Promise<void>;
}

function useRules(): Rules {
  const api = useApi();
  const [rules, setRules] = useState<readonly KeyRule[] | null>(null);
  const [removed, setRemoved] = useState<KeyRule | null>(null);
  const [error, setError] = useState<SyncError | null>(null);
  useEffect(() => {
    const load = async (): Promise<void> => {
      const answer = await api.call('rules.list', null);
      if (answer.ok) setRules(answer.value);
      else setError(answer.error);
    };
    const follow = (): void => void load();
    follow();
    // A rule is made in another window: whoever comes back from there wants to see it.
    window.addEventListener('focus', follow);
    return () => window.removeEventListener('focus', follow);
  }, [api]);
  const remove = async (rule: KeyRule): Promise<void> => {
    const answer = await api.call('rules.remove', rule);
    setError(answer.ok ? null : answer.error);
    if (!answer.ok) return;
    setRules(answer.value);
    setRemoved(rule);
  };
  return { rules, removed, error, remove };
}

/** The rules that settle keys of configs by themselves, each in words and to be taken back. */
export function RulesSection(): JSX.Element {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  const { rules, removed, error, remove } = useRules();
  // The button that had the focus goes with its row.
  const onRemove = (rule: KeyRule): void => void remove(rule).then(() => heading.current?.focus());
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id} ref={heading} tabIndex={-1}>
        {words.title}
      </h2>
      <WhichConnection />
      <div className="group-box">
        <FailureNotice error={error} />
        {rules?.length === 0 && <p>{words.none}</p>}
        {rules !== null && rules.length > 0 && (
          <ul className="list rules" aria-label={words.list}>
            {rules.map((rule) => (
              <li key={`${rule.path} ${JSON.stringify(rule.key)}`} className="row">
                <span className="row-text">{words.rule(rule)}</span>
                <Button aria-description={words.rule(rule)} onClick={() => onRemove(rule)}>
                  {words.remove}
                </Button>
              </li>
            ))}
          </ul>
        )}
        <output className="field-note rules-removed">{removed !== null && words.removed(removed)}</output>
      </div>
    </section>
  );
}
