/** The one token that the bench's GIIP lets in, and the server number of everything that is measured. */
export const BENCH_TOKEN = 'sk-bench';
export const BENCH_LSSN = 71;
