import type { JSX } from 'react';
import type { SupportFile } from '../../../shared/model/support.ts';
import { supportText } from '../../support-text.ts';

interface Props {
  readonly files: readonly SupportFile[];
  readonly selected: string;
  readonly onSelect: (name: string) => void;
}

/** Every file of the bundle with its size; the arrow keys go from one to the next. */
export function BundleFiles({ files, selected, onSelect }: Props): JSX.Element {
  return (
    <fieldset className="bundle-files">
      <legend className="visually-hidden">{supportText.list}</legend>
      {files.map((file) => (
        <label key={file.name} className="bundle-file">
          <input
            type="radio"
            name="bundle-file"
            className="visually-hidden"
            checked={file.name === selected}
            onChange={() => onSelect(file.name)}
          />
          <span className="bundle-name">{file.name}</span>
          <span className="bundle-size">{supportText.fileSize(file.bytes, file.isCut)}</span>
        </label>
      ))}
    </fieldset>
  );
}
