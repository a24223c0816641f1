import type { Side } from '../../../shared/model/conflict.ts';
import type { ItemPath } from '../../../shared/model/item.ts';

/** What a person says to an item that is different on both sides before the first sync. */
export type Take = Side | 'both' | 'later';

/** The items that are decided; whatever is not in it is decided later. */
export type FirstChoices = ReadonlyMap<ItemPath, Exclude<Take, 'later'>>;

/** How many items each choice was made for. */
export function chosenCounts(
  paths: readonly ItemPath[],
  choices: FirstChoices,
): readonly { readonly take: Take; readonly amount: number }[] {
  const takes = paths.map((path) => choices.get(path) ?? 'later');
  return (['mine', 'server', 'both', 'later'] as const)
    .map((take) => ({ take, amount: takes.filter((each) => each === take).length }))
    .filter(({ amount }) => amount > 0);
}
