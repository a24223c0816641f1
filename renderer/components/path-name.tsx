import type { JSX } from 'react';
import { atFirstUse } from '../../shared/util/at-first-use.ts';

interface Props {
  readonly path: string;
}

const LONG_PATH = 28;
const LONG_NAME = 24;
const END = 12;

// Cut between what people see as characters, never inside one.
const graphemes = atFirstUse(() => new Intl.Segmenter(undefined, { granularity: 'grapheme' }));

/** The part of a long name that may be cut off, and the end that always stays (it holds the ending). */
function halves(name: string): readonly [string, string] {
  if (name.length <= LONG_NAME) return ['', name];
  const parts = [...graphemes().segment(name)].map(({ segment }) => segment);
  return [parts.slice(0, -END).join(''), parts.slice(-END).join('')];
}

/**
 * A path on one line. A long one is cut in its middle: the folder shrinks first, then the name's start. Its pieces
 * are read with spaces between them, so what needs the exact path for its name says it in a label of its own.
 */
export function PathName({ path }: Props): JSX.Element {
  const cut = path.lastIndexOf('/');
  const [start, end] = halves(path.slice(cut + 1));
  return (
    <bdi className={path.length > LONG_PATH ? 'path path-long' : 'path'} title={path} dir="ltr">
      {cut >= 0 && <span className="path-folder">{path.slice(0, cut)}</span>}
      {cut >= 0 && <span className="path-slash">/</span>}
      {start !== '' && <span className="path-start">{start}</span>}
      <span className="path-end">{end}</span>
    </bdi>
  );
}
