import { MessageGateway, type OutgoingMessage } from '#libs/notifications';

const PATIENCE_MS = 15_000;

/** What the gateway answered, without its words. */
export class GatewayRefused extends Error {
  constructor(status: number) {
    super(`The gateway answered ${status}`);
    this.name = `GatewayRefused${status}`;
  }
}

/**
 * SMS and Zalo providers behind one small contract: POST JSON `{to, text}`, 2xx takes it over, `{id}` or `{ref}` is its reference. A
 * provider with another shape is put behind a relay that speaks this. The token of the address goes as a bearer token. A worker that
 * dies between the sending and its note sends again: the key in `Idempotency-Key` is then the same.
 */
export class HttpGateway extends MessageGateway {
  readonly dryRun = false;
  private readonly address: URL;
  private readonly token: string;

  constructor(url: string) {
    super();
    this.address = new URL(url);
    this.token = decodeURIComponent(this.address.password || this.address.username);
    this.address.username = '';
    this.address.password = '';
  }

  override async send({ id, to, body }: OutgoingMessage): Promise<{ ref: string | null }> {
    const answer = await fetch(this.address, {
      method: 'POST',
      redirect: 'error',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'content-type': 'application/json',
        'idempotency-key': id,
        ...(this.token === '' ? {} : { authorization: `Bearer ${this.token}` }),
      },
      body: JSON.stringify({ to, text: body }),
    });
    if (!answer.ok) throw new GatewayRefused(answer.status);
    const said: unknown = await answer.json().catch(() => null);
    const ref = typeof said === 'object' && said !== null ? ((said as Ref).id ?? (said as Ref).ref) : null;
    return { ref: ref === undefined || ref === null ? null : String(ref) };
  }
}

interface Ref {
  readonly id?: string | number;
  readonly ref?: string | number;
}
