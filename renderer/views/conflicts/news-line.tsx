import { Info, X } from 'lucide-react';
import type { JSX } from 'react';
import { Button } from '../../components/button.tsx';
import { conflictText } from '../../conflict-text.ts';
import { text } from '../../text.ts';
import type { News } from './drafts.ts';

interface Props {
  readonly news: News | null;
  readonly onRead: () => void;
}

/** What changed on either side while the window was open, and how much of what was decided still fits. */
export function NewsLine({ news, onRead }: Props): JSX.Element {
  return (
    <output className="news">
      {news !== null && (
        <span className="news-line">
          <Info aria-hidden="true" />
          <span>{conflictText.moved(news.sides, news.at, news.decided, news.kept)}</span>
          <Button kind="quiet" className="button-icon" aria-label={text.dismiss} onClick={onRead}>
            <X aria-hidden="true" />
          </Button>
        </span>
      )}
    </output>
  );
}
