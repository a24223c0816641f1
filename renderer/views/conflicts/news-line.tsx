import { Info } from 'lucide-react';
import type { JSX } from 'react';
import { DismissButton } from '../../components/dismiss-button.tsx';
import { conflictText } from '../../conflict-text.ts';
import type { News } from './drafts.ts';
import { TypedText } from './typed-text.tsx';

interface Props {
  readonly news: News | null;
  readonly onRead: () => void;
}

/** What changed on either side while the window was open, and how much of what was decided still fits. */
export function NewsLine({ news, onRead }: Props): JSX.Element {
  return (
    <div role="status" className="news">
      {news !== null && (
        <div className="news-line">
          <Info aria-hidden="true" />
          <div className="news-words">
            <p>{conflictText.moved(news.sides, news.at, news.decided, news.kept)}</p>
            {news.lost !== '' && <TypedText label={conflictText.lostTyped} value={news.lost} />}
          </div>
          <DismissButton onClick={onRead} />
        </div>
      )}
    </div>
  );
}
