// The floor of every fresh process: one that has nothing to do.
