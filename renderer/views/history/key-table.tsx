import type { JSX } from 'react';
import { useId } from 'react';
import type { JsonSource, KeyDifference } from '../../../shared/merge/key-difference.ts';
import { keyDifferences } from '../../../shared/merge/key-differences.ts';
import type { ItemPath } from '../../../shared/model/item.ts';
import { Button } from '../../components/button.tsx';
import { historyText } from '../../history-text.ts';
import type { PuttingBack } from './use-putting-back.ts';

interface Props {
  readonly path: ItemPath;
  readonly version: string;
  /** The text of the version. */
  readonly text: string;
  readonly now: string;
  readonly puttingBack: PuttingBack;
}

/** The keys whose values differ. None where one of both is no JSON, or no object of keys. */
function differing(now: string, text: string): readonly KeyDifference[] {
  const found = keyDifferences(null, now, text);
  if ('broken' in found) return [];
  return found.filter(({ key, mine, server }) => key.length > 0 && mine !== server);
}

function Value({ source }: { readonly source: JsonSource }): JSX.Element {
  return source === null ? <em>{historyText.keys.absent}</em> : <code>{source}</code>;
}

/** The settings of a config that differ between a version and now, each to be restored by itself. */
export function KeyTable({ path, version, text, now, puttingBack }: Props): JSX.Element | null {
  const id = useId();
  const keys = differing(now, text);
  if (keys.length === 0) return null;
  const restore = (key: readonly string[]): void => {
    const words = historyText.done.key(key.join(' › '));
    void puttingBack.act('history.restoreKey', { path, version, key }, words);
  };
  return (
    <section className="version-keys" aria-labelledby={id}>
      <h3 id={id}>{historyText.keys.title}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{historyText.keys.key}</th>
            <th scope="col">{historyText.keys.before}</th>
            <th scope="col">{historyText.keys.now}</th>
            <th scope="col">
              <span className="visually-hidden">{historyText.keys.action}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {keys.map(({ key, mine, server }) => (
            <tr key={JSON.stringify(key)}>
              <th scope="row">{key.join(' › ')}</th>
              <td>
                <Value source={server} />
              </td>
              <td>
                <Value source={mine} />
              </td>
              <td>
                <Button
                  inert={puttingBack.busy}
                  aria-description={key.join(' › ')}
                  onClick={() => restore(key)}
                >
                  {historyText.keys.restore}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
