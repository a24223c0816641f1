import type { JSX } from 'react';
import { useId, useState } from 'react';
import type { Licence } from '../../../shared/model/about.ts';
import { FailureNotice } from '../../components/failure-notice.tsx';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { settingsText } from '../../settings-text.ts';

const words = settingsText.licences;

/** Whose work ships with the application; each text is shown when it is asked for. */
export function LicencesSection(): JSX.Element {
  const id = useId();
  const { value: licences, error } = useLoaded('app.licences', null);
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        <p className="field-note">{words.body}</p>
        <FailureNotice error={error} />
        {licences !== null && (
          <ul className="licences" aria-labelledby={id}>
            {licences.map((each) => (
              <li key={`${each.name} ${each.version}`}>
                <LicenceRow of={each} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}

function LicenceRow({ of: { name, version, licence, text } }: { readonly of: Licence }): JSX.Element {
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {name} {version} <span className="field-note">{licence}</span>
      </summary>
      {isOpen && <p className="licence-text">{text}</p>}
    </details>
  );
}
