const PATIENCE_MS = 3_000;

/** A browser's store that says nothing, broken or held by another page, keeps nobody from signing in, working or leaving. */
export const orAfterPatience = <T>(work: Promise<T>, otherwise: T): Promise<T> =>
  Promise.race([work, new Promise<T>((done) => setTimeout(done, PATIENCE_MS, otherwise))]);
