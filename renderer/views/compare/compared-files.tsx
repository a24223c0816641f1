import type { JSX } from 'react';
import { useId } from 'react';
import type { ComparedConfig } from '../../../shared/model/comparison.ts';
import { compareText } from '../../compare-text.ts';
import { LimitedList } from '../../components/limited-list.tsx';
import { PathName } from '../../components/path-name.tsx';
import { keyLabel } from '../../difference/key-label.ts';

type Names = readonly [left: string, right: string];

interface Props {
  readonly configs: readonly ComparedConfig[];
  readonly names: Names;
}

/** What is said of a file as a whole. */
function stateWords({ state }: ComparedConfig, [left, right]: Names): string {
  switch (state) {
    case 'equal':
      return compareText.equal;
    case 'different':
      return compareText.different;
    case 'onlyLeft':
      return compareText.onlyIn(left);
    case 'onlyRight':
      return compareText.onlyIn(right);
    case 'unreadable':
      return compareText.unreadable;
  }
}

function Value({ source }: { readonly source: string | null }): JSX.Element {
  return source === null ? <em>{compareText.absent}</em> : <code>{source}</code>;
}

function Keys({ config, names }: { readonly config: ComparedConfig; readonly names: Names }): JSX.Element {
  const { path, keys, more } = config;
  return (
    <>
      <table aria-label={compareText.keysOf(path)}>
        <thead>
          <tr>
            <th scope="col">{compareText.key}</th>
            <th scope="col">{names[0]}</th>
            <th scope="col">{names[1]}</th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ key, left, right }) => (
            <tr key={JSON.stringify(key)}>
              <th scope="row">{key.length === 0 ? keyLabel(key) : key.join(' › ')}</th>
              <td>
                <Value source={left} />
              </td>
              <td>
                <Value source={right} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p className="row-note">{compareText.moreKeys(more)}</p>}
    </>
  );
}

function FileRow({ config, names }: { readonly config: ComparedConfig; readonly names: Names }): JSX.Element {
  return (
    <div className="row-text compared">
      <div className="row-line">
        <PathName path={config.path} />
        <span className="tag">{stateWords(config, names)}</span>
      </div>
      {config.state === 'different' && config.keys.length === 0 && (
        <p className="row-note">{compareText.noKeys}</p>
      )}
      {config.keys.length > 0 && <Keys config={config} names={names} />}
    </div>
  );
}

/** The files one below the other, each with the keys that differ. */
export function ComparedFiles({ configs, names }: Props): JSX.Element | null {
  const id = useId();
  if (configs.length === 0) return null;
  return (
    <section className="section" aria-labelledby={id}>
      <h2 id={id}>{compareText.files}</h2>
      <LimitedList
        expandable
        items={configs}
        labelledBy={id}
        keyOf={({ path }) => path}
        row={(config) => <FileRow config={config} names={names} />}
      />
    </section>
  );
}
