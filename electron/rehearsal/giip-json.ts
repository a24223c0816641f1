/** Writes GIIP's JSON by hand, because config values go out as the source text that came in. */
export const giipJson = {
  configs(configs: ReadonlyMap<string, string>): string {
    return `{${[...configs].map(([key, source]) => `${JSON.stringify(key)}:${source}`).join(',')}}`;
  },
  docs(docs: ReadonlyMap<string, string>): string {
    return JSON.stringify([...docs].map(([path, content]) => ({ doc_path: path, doc_content: content })));
  },
  /** `data` is JSON source already. */
  envelope(rstVal: number, message: string, data: string): string {
    return `{"RstVal":${rstVal},"RstMsg":${JSON.stringify(message)},"Data":${data}}`;
  },
};
