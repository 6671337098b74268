import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** How the next mails are taken: `drop` keeps the mail and hangs up before saying so; `refuse` says 451. */
export type Temper = 'kind' | 'drop' | 'refuse';

/** What the library keeps of each conversation, without which nobody could hang up. */
interface Inside {
  readonly connections: Set<{ readonly session: unknown; readonly _socket: { destroy(): void } }>;
}

/** A real SMTP server that notes what it has taken over, by Message-ID. */
export class PostOffice {
  temper: Temper = 'kind';
  /** Message-ID → the address and the words of every copy. */
  readonly taken = new Map<string, string[]>();
  private server!: SMTPServer;
  port = 0;

  static async open(): Promise<PostOffice> {
    const office = new PostOffice();
    office.server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, done) => {
        let text = '';
        const { temper } = office;
        stream.on('data', (chunk: Buffer) => (text += chunk.toString()));
        stream.on('end', () => {
          if (temper === 'refuse') return done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
          office.note(text);
          if (temper === 'kind') return done();
          for (const one of (office.server as unknown as Inside).connections)
            if (one.session === session) one._socket.destroy();
        });
      },
    });
    office.server.on('error', () => undefined);
    office.port = await new Promise<number>((ready) =>
      office.server.listen(0, '127.0.0.1', () => ready((office.server.server.address() as AddressInfo).port)),
    );
    return office;
  }

  private note(text: string): void {
    const id = /^Message-ID: (\S+)/im.exec(text)?.[1] ?? '(none)';
    const to = /^To: (\S+)/im.exec(text)?.[1] ?? '';
    const words = text.slice(text.indexOf('\r\n\r\n'));
    this.taken.set(id, [...(this.taken.get(id) ?? []), `${to} ${words}`]);
  }

  close(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()));
  }
}
