/** What the icon says when there is nothing to do. */
export const ALL_IN_STEP = /Everything is in step/;
