import type { JSX } from 'react';
import { useId } from 'react';
import { Button } from '../../components/button.tsx';
import { useApi } from '../../hooks/use-api.ts';
import { useLoaded } from '../../hooks/use-loaded.ts';
import { settingsText } from '../../settings-text.ts';
import { supportText } from '../../support-text.ts';
import { text } from '../../text.ts';

const words = settingsText.about;

/** Which program this is, what it runs on, and the way to those who help. */
export function AboutSection(): JSX.Element {
  const api = useApi();
  const id = useId();
  const { value: about } = useLoaded('app.about', null);
  const facts = about && [{ name: words.version, version: about.version }, ...about.parts];
  return (
    <section className="group" aria-labelledby={id}>
      <h2 id={id}>{words.title}</h2>
      <div className="group-box">
        <div>
          <p>
            <strong>{text.product}</strong>
          </p>
          <p className="field-note">{words.body}</p>
        </div>
        {facts !== null && (
          <dl className="facts">
            {facts.map(({ name, version }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{version}</dd>
              </div>
            ))}
          </dl>
        )}
        <div className="setting">
          <p className="field-note">{supportText.openHint}</p>
          <Button onClick={() => void api.call('app.openWindow', 'support')}>{supportText.open}</Button>
        </div>
      </div>
    </section>
  );
}
