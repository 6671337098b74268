import { eventually } from './cases.js';

/** What a page hears on `GET /live`. */
export interface Heard {
  readonly id: number;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** An open stream, read as a browser reads it. */
export class LiveStream {
  readonly heard: Heard[] = [];
  private constructor(
    readonly headers: Headers,
    private readonly abort: AbortController,
    private readonly reading: Promise<void>,
  ) {}

  static async open(url: string, token: string, last?: number): Promise<LiveStream> {
    const abort = new AbortController();
    const response = await fetch(`${url}/api/v1/live`, {
      signal: abort.signal,
      headers: { authorization: `Bearer ${token}`, ...(last === undefined ? {} : { 'last-event-id': String(last) }) },
    });
    if (response.status !== 200 || !response.body) throw new Error(`/live: ${response.status}`);
    const { body } = response;
    let stream: LiveStream | undefined = undefined;
    const early: Heard[] = [];
    const reading = read(body, (one) => (stream ? stream.heard : early).push(one)).catch(() => undefined);
    stream = new LiveStream(response.headers, abort, reading);
    stream.heard.unshift(...early);
    // Until a page that comes for the first time is admitted, nothing is kept for it.
    if (last === undefined) await eventually('the admission', async () => stream.of('ready')[0]);
    return stream;
  }

  get last(): number {
    return this.heard.at(-1)?.id ?? 0;
  }

  of(event: string): readonly Heard[] {
    return this.heard.filter((one) => one.event === event);
  }

  async cut(): Promise<void> {
    this.abort.abort();
    await this.reading;
  }
}

async function read(body: ReadableStream<Uint8Array>, hear: (one: Heard) => void): Promise<void> {
  const decoder = new TextDecoder();
  let waiting = '';
  for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
    waiting += decoder.decode(chunk, { stream: true });
    const blocks = waiting.split('\n\n');
    waiting = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2)));
      if (fields['event'])
        hear({ id: Number(fields['id']), event: fields['event'], data: JSON.parse(fields['data'] ?? '{}') as never });
    }
  }
}
