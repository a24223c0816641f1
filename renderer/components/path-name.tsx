import type { JSX } from 'react';

interface Props {
  readonly path: string;
  readonly id?: string;
}

/** A path on one line. When it does not fit, its middle is cut: the folder shrinks first, the file name last. */
export function PathName({ path, id }: Props): JSX.Element {
  const cut = path.lastIndexOf('/') + 1;
  return (
    <bdi className="path" id={id} title={path} dir="ltr">
      {cut > 0 && <span className="path-folder">{path.slice(0, cut)}</span>}
      <span className="path-file">{path.slice(cut)}</span>
    </bdi>
  );
}
