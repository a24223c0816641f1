import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inProject } from '../../../build/project-paths.mjs';
import { Figures, type KeptFigures } from '../support/figures.ts';
import { ALL_GOALS } from './all-goals.ts';
import { resultsPage } from './results-page.ts';

/** Where everything goes that does not belong to the project; a quick look must not take the place of figures. */
export function artefacts(isQuick: boolean): string {
  const folder = inProject('artefacts', 'bench', ...(isQuick ? ['quick'] : []));
  mkdirSync(folder, { recursive: true });
  return folder;
}

const FIGURES = 'figures.json';

/** What an earlier run has kept; nothing where there was none. */
export function earlierFigures(folder: string): Figures {
  const file = join(folder, FIGURES);
  return existsSync(file)
    ? new Figures(JSON.parse(readFileSync(file, 'utf8')) as KeptFigures)
    : new Figures();
}

function linksFrom(folder: string): ReadonlyMap<number, string> {
  const pages = ALL_GOALS.map(({ id }): [number, string] => {
    const name = `goal-${String(id).padStart(2, '0')}.md`;
    return [id, inProject('test', 'bench', 'attempts', name)];
  });
  return new Map(
    pages.filter(([, file]) => existsSync(file)).map(([id, file]) => [id, relative(folder, file)]),
  );
}

export interface ResultsKept {
  readonly folder: string;
  readonly facts: readonly string[];
  /** Goals that were asked for; what an earlier piece of the run has measured is shown as well. */
  readonly ids: readonly number[];
  /** The page of a whole run belongs to the project; a look at a part of it does not. */
  readonly isWhole: boolean;
}

/** Writes page and figures; answers the page. */
export function keepResults(figures: Figures, { folder, facts, ids, isWhole }: ResultsKept): string {
  writeFileSync(join(folder, FIGURES), `${JSON.stringify(figures.kept(), null, 1)}\n`);
  const place = isWhole ? inProject('test', 'bench') : folder;
  const shown = ALL_GOALS.map(({ id }) => id).filter(
    (id) => ids.includes(id) || figures.names(id).length > 0,
  );
  const page = resultsPage(figures, { facts, ids: shown, links: linksFrom(place) });
  writeFileSync(join(place, 'RESULTS.md'), page);
  return page;
}
