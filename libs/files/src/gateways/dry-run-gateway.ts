import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { MessageGateway, type Channel, type OutgoingMessage } from '#libs/notifications';

/** Writes what would have gone out, one JSON line each, and sends nothing: the driver of demos and of a house without gateways. */
export class DryRunGateway extends MessageGateway {
  readonly dryRun = true;

  constructor(
    private readonly file: string,
    private readonly channel: Channel,
  ) {
    super();
  }

  override async send(message: OutgoingMessage): Promise<{ ref: null }> {
    await mkdir(dirname(this.file), { recursive: true });
    await appendFile(this.file, `${JSON.stringify({ channel: this.channel, ...message })}\n`);
    return { ref: null };
  }
}
