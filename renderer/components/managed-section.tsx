import type { JSX } from 'react';
import { useContext, useId } from 'react';
import type { EffectiveKey } from '../../shared/policy/effective-policy.ts';
import { POLICY_TEXTS } from '../../shared/policy/policy-languages.ts';
import { policyKeySchema } from '../../shared/policy/policy-schema.ts';
import { PolicyContext } from '../hooks/use-managed.ts';
import { language } from '../language.ts';
import { managedText as words } from '../managed-text.ts';

const texts = POLICY_TEXTS[language];

function valueWords({ key, value }: EffectiveKey): string {
  const { type } = policyKeySchema(key);
  if (type === 'choice') return value === true ? texts.choices.always : texts.choices.never;
  return (type === 'oneOf' ? texts.values[String(value)] : undefined) ?? String(value);
}

function Row({ of }: { readonly of: EffectiveKey }): JSX.Element {
  return (
    <li className="row">
      <span className="row-text">
        {texts.keys[of.key].title}: <strong>{valueWords(of)}</strong>
        <span className="field-note managed">{words.source(of.source ?? '')}</span>
      </span>
    </li>
  );
}

/** Everything that the machine's policy has set, and what of it could not be used; nothing where there is none. */
export function ManagedSection(): JSX.Element | null {
  const id = useId();
  const { keys, problems } = useContext(PolicyContext);
  if (keys.length + problems.length === 0) return null;
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        <p className="field-note">{words.body}</p>
        {keys.length > 0 && (
          <ul className="list rules" aria-label={words.list}>
            {keys.map((each) => (
              <Row key={each.key} of={each} />
            ))}
          </ul>
        )}
        {problems.length > 0 && (
          <>
            <p className="field-problem">{words.problemsBody}</p>
            <ul className="list rules" aria-label={words.problems}>
              {problems.map(({ key, source }) => (
                <li key={`${source} ${key}`} className="row">
                  <span className="row-text">{words.problem(key, source)}</span>
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </section>
  );
}
